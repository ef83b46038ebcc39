package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import potato.dig.ReadingFault;
import potato.ingest.Utf8;
import potato.json.Fault;
import potato.json.Read;

/** The refusals of the API as problem details (RFC 9457). */
final class Problems {
    private Problems() {}

    /** 400 that names every fault. */
    static HttpProblem invalid(List<Fault> faults) {
        return invalid("Invalid request", faults);
    }

    private static HttpProblem invalid(String title, List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.get(0).detail()
                : "%d things are wrong with this request; errors names each.".formatted(faults.size());
        return HttpProblem.builder()
                .withTitle(title)
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail(detail)
                .with("errors", faults)
                .build();
    }

    /** 400 for a single field. */
    static HttpProblem invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    /** The value that was read, or 400. */
    static <T> T valid(Read<T> read) {
        T value = read.value();
        if (value == null) {
            throw invalid(read.faults());
        }
        return value;
    }

    /** 404 that does not tell whether somebody else may see it. */
    static HttpProblem unknown(String what, String id) {
        return HttpProblem.builder()
                .withTitle("Not found")
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail("There is no %s (%s).".formatted(what, id))
                .build();
    }

    /** The text of a body, or 400 when its bytes are not UTF-8. */
    static String text(byte[] body) {
        Read<String> text = Utf8.text(body);
        String value = text.value();
        if (value == null) {
            throw invalid("The body is not UTF-8", text.faults());
        }
        return value;
    }

    /** 422 that names every fault of the files that notes are read with. */
    static HttpProblem unusable(List<ReadingFault> faults) {
        return HttpProblem.builder()
                .withTitle("Files that cannot be used")
                .withStatus(422)
                .withDetail(
                        "%d things are wrong with vocabulary, examples or encoders; errors names each. The last good ones stay."
                                .formatted(faults.size()))
                .with("errors", faults)
                .build();
    }

    /** Any other refusal. */
    static HttpProblem of(int status, String title, String detail) {
        return HttpProblem.builder()
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .build();
    }
}
