package potato;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, on a free loopback port. */
final class Service implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int LOOKS = 1_200;
    private static final int BETWEEN_LOOKS_MS = 100;
    private static final String LOGIN = "Basic " + Base64.getEncoder().encodeToString("admin:durable".getBytes(UTF_8));

    private final Process process;
    private final Path log;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Service(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts a process that keeps its database and its log in a folder, without waiting for it. */
    static Service launch(Path home, Path rules) throws IOException {
        return launch(home, rules, Path.of("data"));
    }

    /** The same with a data folder of its own. */
    static Service launch(Path home, Path rules, Path data) throws IOException {
        int port = freePort();
        Path log = home.resolve("service.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds only.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment().put("POTATO_HOME", home.toString());
        builder.environment().put("POTATO_RULES", rules.toString());
        builder.environment().put("POTATO_DATA", data.toString());
        // The first process learns to read, the others find what it learned.
        builder.environment()
                .put("POTATO_READING_KEPT", Path.of("target", "learned").toString());
        builder.environment().put("POTATO_SAMPLES", "false");
        builder.environment().put("POTATO_ADMIN_PASSWORD", "durable");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Service(builder.start(), log, "http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns once it answers that it is healthy; two minutes at most. */
    Service ready() throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (process.waitFor(BETWEEN_LOOKS_MS, MILLISECONDS)) {
                throw new IllegalStateException("The service ended: " + log());
            }
            try {
                if (send(request("/q/health/ready").build()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // It does not listen yet; the next look comes soon.
            }
        }
        throw new IllegalStateException("The service is not ready: " + log());
    }

    /** The status that it ended with by itself, two minutes at most. */
    int exit() throws InterruptedException {
        if (!process.waitFor(120, SECONDS)) {
            throw new IllegalStateException("The service still runs.");
        }
        return process.exitValue();
    }

    /** Ends it as an operating system does that goes down. */
    void stop() throws InterruptedException {
        process.destroy();
        exit();
    }

    /** Listens to what the service sends until the returned stream is closed. */
    InputStream listen(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** The day on which it last wrote to its log, so that no test needs a clock. */
    LocalDate day() throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(log).toInstant(), ZoneOffset.UTC);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, UTF_8);
            HttpResponse<String> answer =
                    send(request(path + "?limit=500" + cursor).build());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            JsonNode page = JSON.readTree(answer.body());
            page.get("items").forEach(items::add);
            next = page.path("next").textValue();
        }
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", LOGIN);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
