package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import potato.dig.EditRules;
import potato.dig.ExplainRule;
import potato.dig.RuleDesk;
import potato.dig.Trial;
import potato.dig.TryRules;
import potato.model.Suggestion;
import potato.rulebook.CaseCoverage;
import potato.rulebook.Cases;
import potato.rulebook.RuleEdit;
import potato.rulebook.RuleFiles;
import potato.rulebook.RulebookRejected;
import potato.rulebook.Version;
import potato.rulebook.Vocabulary;
import potato.rulebook.WhyNot;

/** The analysts' rules: what is live, checks, edits, cases, trials and earlier versions. */
@Path("/api/rules")
@RolesAllowed({Roles.ANALYST, Roles.ADMIN})
public class RuleResource {
    static final Set<String> WHY_NOT = Set.of("rule", "network", "as-of");

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final EditRules rules;
    private final TryRules trials;
    private final ExplainRule explaining;
    private final Caller caller;

    RuleResource(EditRules rules, TryRules trials, ExplainRule explaining, Caller caller) {
        this.explaining = explaining;
        this.rules = rules;
        this.trials = trials;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The rulebook in force",
            description =
                    "Its files and rules, with the number of leads that each rule supports; status is rejected, and"
                            + " diagnostics name every fault, while the folder as it is now cannot be used.")
    public EditRules.State state() {
        return rules.state();
    }

    @GET
    @Path("vocabulary")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All that rules may name",
            description =
                    "Every fact with its fields, their types, units, meanings and examples, the words and things that fields hold,"
                            + " what a rule may do with what it found, kinds, numbers, and what a case may give.")
    public Vocabulary vocabulary() {
        return rules.vocabulary();
    }

    /** The files of the rulebook. */
    public record Paths(List<String> items) {}

    @GET
    @Path("files")
    @Produces(MediaType.APPLICATION_JSON)
    public Paths paths() {
        return new Paths(rules.paths());
    }

    @GET
    @Path("files/{path:.+}")
    @Produces(TEXT)
    public Response file(@PathParam("path") String path, @Context HttpHeaders headers) {
        String text = done(() -> RuleFiles.refused(path).isPresent() ? Optional.<String>empty() : rules.text(path))
                .orElseThrow(() -> Problems.unknown("rule file", path));
        return Tagged.answer(headers, Tagged.of(text), text).type(TEXT).build();
    }

    @PUT
    @Path("files/{path:.+}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publishes a rule file",
            description =
                    "Checks it together with the others, runs the cases, writes it into the rules folder and puts it in force."
                            + " If-Match with the ETag that was read guards against lost edits.")
    @APIResponse(responseCode = "200", description = "It is in force")
    @APIResponse(responseCode = "201", description = "It is in force, and was not there before")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "422", description = "It cannot be used: diagnostics say why; nothing has changed")
    public Response publish(
            @PathParam("path") String path,
            @HeaderParam("If-Match") @Nullable String match,
            @HeaderParam("If-None-Match") @Nullable String noneMatch,
            @QueryParam("comment") @Nullable String comment,
            byte[] body) {
        String text = Problems.text(body);
        return put(path, text, match, noneMatch, comment);
    }

    @DELETE
    @Path("files/{path:.+}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove(
            @PathParam("path") String path,
            @HeaderParam("If-Match") @Nullable String match,
            @QueryParam("comment") @Nullable String comment) {
        if (done(() -> rules.text(path)).isEmpty()) {
            throw Problems.unknown("rule file", path);
        }
        return put(path, null, match, null, comment);
    }

    private Response put(
            String path,
            @Nullable String text,
            @Nullable String match,
            @Nullable String noneMatch,
            @Nullable String comment) {
        RuleFiles.refused(path).ifPresent(why -> {
            throw Problems.invalid("/path", why);
        });
        Map<String, @Nullable String> changes = new HashMap<>();
        changes.put(path, text);
        Predicate<Optional<String>> seen =
                now -> (match == null || carries(match, now)) && (noneMatch == null || !carries(noneMatch, now));
        RuleEdit edit = new RuleEdit(changes, false, seen, caller.viewer().name(), shortened(comment));
        return published(done(() -> rules.publish(edit)), text);
    }

    private static @Nullable String shortened(@Nullable String comment) {
        return comment == null || comment.length() <= 500 ? comment : comment.substring(0, 500);
    }

    private static boolean carries(String tags, Optional<String> now) {
        if (tags.strip().equals("*")) {
            return now.isPresent();
        }
        String tag = now.map(text -> Tagged.of(text).getValue()).orElse("");
        return List.of(tags.split(",", -1)).stream()
                .map(one -> one.strip().replaceFirst("^W/", "").replace("\"", ""))
                .anyMatch(tag::equals);
    }

    private static Response published(RuleEdit.Published published, @Nullable String text) {
        Version version = published.version();
        Map<String, Object> answer = Map.of(
                "rulebook",
                version.rulebook(),
                "version",
                Integer.toString(version.version()),
                "status",
                EditRules.Status.LIVE,
                "diagnostics",
                published.warnings());
        Response.ResponseBuilder response =
                Response.status(published.created() ? 201 : 200).entity(answer);
        return text == null ? response.build() : response.tag(Tagged.of(text)).build();
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Checks changed files together with the others; nothing changes",
            description = "files: new texts by path, null removes one. Answers every fault with its place.")
    @RequestBodySchema(RuleForm.class)
    public EditRules.Verdict check(byte[] body) {
        RuleForm form = RuleForm.of(body, RuleForm.FILES, true);
        return done(() -> rules.check(form.files()));
    }

    @POST
    @Path("trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Digs the stored history with changed rules beside those in force; nothing changes",
            description =
                    "With from, each day from there to asOf is dug. With the header Prefer: respond-async it answers 202,"
                            + " and the trial's progress stands at the Location.")
    @RequestBodySchema(RuleForm.class)
    public Response trial(@HeaderParam("Prefer") @Nullable String prefer, byte[] body) {
        RuleForm form = RuleForm.of(body, RuleForm.TRIAL, false);
        Trial.Question question =
                new Trial.Question(form.from(), form.asOf() == null ? trials.today() : form.asOf(), form.offices());
        if (question.from() != null && question.from().isAfter(question.asOf())) {
            throw Problems.invalid(
                    "/from", "from (%s) lies behind asOf (%s).".formatted(question.from(), question.asOf()));
        }
        if (prefer != null && prefer.contains("respond-async")) {
            TryRules.Progress begun = done(() -> trials.begin(form.files(), question));
            return Response.status(202)
                    .header("Location", "/api/rules/trials/" + begun.id())
                    .entity(begun)
                    .build();
        }
        return Response.ok(done(() -> trials.run(form.files(), question))).build();
    }

    @GET
    @Path("trials/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public TryRules.Progress progress(@PathParam("id") String id) {
        return trials.progress(id).orElseThrow(() -> Problems.unknown("trial", id));
    }

    @DELETE
    @Path("trials/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public TryRules.Progress cancel(@PathParam("id") String id) {
        return trials.cancel(id).orElseThrow(() -> Problems.unknown("trial", id));
    }

    /** Every rulebook that was live. */
    public record Versions(
            List<Version.Shown> items, @Nullable String next) {}

    @GET
    @Path("versions")
    @Produces(MediaType.APPLICATION_JSON)
    public Versions versions() {
        return new Versions(done(rules::versions), null);
    }

    /** The files of a version. */
    public record VersionFiles(String version, Map<String, String> files) {}

    @GET
    @Path("versions/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    public VersionFiles version(@PathParam("version") String version) {
        return new VersionFiles(
                version, rules.version(version).orElseThrow(() -> Problems.unknown("version", version)));
    }

    @POST
    @Path("versions/{version}/restore")
    @Produces(MediaType.APPLICATION_JSON)
    public Response restore(@PathParam("version") String version) {
        return published(
                done(() -> rules.restore(version, caller.viewer().name()))
                        .orElseThrow(() -> Problems.unknown("version", version)),
                null);
    }

    /** The cases beside the rules. */
    public record Scenarios(
            List<Cases.Told> items, @Nullable String next) {}

    @GET
    @Path("scenarios")
    @Produces(MediaType.APPLICATION_JSON)
    public Scenarios scenarios() {
        return new Scenarios(rules.cases(), null);
    }

    @POST
    @Path("scenarios/run")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Runs the cases",
            description = "Of the rulebook in force, or of the folder with changed files.")
    public Cases.Report runScenarios(byte @Nullable [] body) {
        RuleForm form = body == null || body.length == 0
                ? new RuleForm(Collections.emptyMap(), null, null, null)
                : RuleForm.of(body, RuleForm.FILES, false);
        return done(() -> rules.runCases(form.files()));
    }

    @GET
    @Path("coverage")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which conditions no case tries",
            description =
                    "A condition is tried when it holds in one case of its rule and turns something away in another."
                            + " Takes seconds.")
    public CaseCoverage.Report coverage() {
        return done(rules::coverage);
    }

    @GET
    @Path("why-not")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Why a rule does not fire at a local network",
            description =
                    "The first of its conditions that fails there, its place, and the facts that came nearest with the"
                            + " values that the condition saw. as-of: another day than today.")
    public WhyNot.Answer whyNot(UriInfo uri) {
        Query query = Query.of(uri, WHY_NOT);
        String rule = String.valueOf(uri.getQueryParameters().getFirst("rule"));
        String network = query.text("network");
        List<String> rules = explaining.rules();
        if (!rules.contains(rule)) {
            query.unknown("rule", rule, rules);
        }
        if (network == null) {
            query.fault("network", "The parameter network is missing.");
        } else if (!explaining.networks().contains(network)) {
            String hint = Suggestion.hint(network, explaining.networks());
            query.fault(
                    "network",
                    "There is no network (%s). %s"
                            .formatted(network, hint == null ? "" : hint)
                            .strip());
        }
        LocalDate day = query.date("as-of");
        query.check();
        return done(() -> explaining.whyNot(rule, String.valueOf(network), day == null ? explaining.today() : day))
                .orElseThrow(() -> Problems.unknown("rule", rule));
    }

    /** The result of some work at the rule desk, or its refusal in the terms of HTTP. */
    private static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (RulebookRejected refused) {
            throw HttpProblem.builder()
                    .withTitle("Rules that cannot be used")
                    .withStatus(422)
                    .withDetail("%d things are wrong with these rules; diagnostics names each. Nothing has changed."
                            .formatted(refused.diagnostics().size()))
                    .with("diagnostics", refused.diagnostics())
                    .build();
        } catch (RuleEdit.Stale stale) {
            throw Problems.of(412, "Changed meanwhile", String.valueOf(stale.getMessage()));
        } catch (RuleDesk.Busy busy) {
            throw Problems.of(503, "Too many edits", String.valueOf(busy.getMessage()));
        } catch (CancellationException cancelled) {
            throw Problems.of(409, "Cancelled", "The trial was cancelled.");
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException("The rules could not be worked on.", broken);
        }
    }
}
