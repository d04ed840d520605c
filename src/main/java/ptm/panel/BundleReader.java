package ptm.panel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ptm.account.AccountId;
import ptm.filter.FilterError;
import ptm.filter.FilterJson;
import ptm.filter.Preset;
import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.RefusedValue;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TaskService;
import ptm.task.Theme;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads an export back: JSON lines, each a task (CONTRACT §1) or a {@code preset}, {@code theme} or {@code word}. */
final class BundleReader {
    private static final int LONGEST_SOURCE = 100_000;

    private final AccountId account;
    private final ZoneId zone;
    private final Instant now;
    private final TaskService service;
    final List<Task> tasks = new ArrayList<>();
    /** By place in {@link #tasks}, the line it came from. */
    final List<Integer> lines = new ArrayList<>();
    final List<Preset> presets = new ArrayList<>();
    final List<Theme> themes = new ArrayList<>();
    final List<VocabularyController.Word> words = new ArrayList<>();

    BundleReader(AccountId account, ZoneId zone, Instant now, TaskService service) {
        this.account = account;
        this.zone = zone;
        this.now = now;
        this.service = service;
    }

    /** @throws BadLine at the first line that cannot be read */
    void read(byte[] bytes) {
        int line = 0;
        for (int from = 0; from < bytes.length;) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n')
                to++;
            line++;
            readLine(text(bytes, from, to, line), line);
            from = to + 1;
        }
    }

    private static String text(byte[] bytes, int from, int to, int line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException _) {
            throw new BadLine(HttpStatus.BAD_REQUEST, line, "", "UTF-8 is expected.");
        }
    }

    private void readLine(String text, int line) {
        if (text.isBlank())
            return;
        try {
            JsonNode node = PanelConfiguration.JSON.readTree(text);
            CleanText.check(node, "");
            Body body = Body.of(node);
            if (body.has("preset"))
                presets.add(FilterJson.readPreset(body.only("preset").require("preset"), "/preset"));
            else if (body.has("theme"))
                themes.add(VocabularyController.theme(inner(body, "theme")));
            else if (body.has("word"))
                words.add(VocabularyController.Word.read(inner(body, "word")));
            else {
                tasks.add(task(body));
                lines.add(line);
            }
        } catch (JacksonException _) {
            throw new BadLine(HttpStatus.BAD_REQUEST, line, "", "One JSON object is expected.");
        } catch (RefusedValue refused) {
            throw new BadLine(HttpStatus.UNPROCESSABLE_CONTENT, line, refused.pointer(),
                    String.valueOf(refused.getMessage()));
        } catch (FilterError error) {
            String pointer = error.pointer();
            throw new BadLine(HttpStatus.UNPROCESSABLE_CONTENT, line, pointer == null ? "" : pointer,
                    String.valueOf(error.getMessage()));
        }
    }

    private static Body inner(Body body, String kind) {
        return Body.at(body.only(kind).require(kind), body.pointer(kind));
    }

    private Task task(Body body) {
        Set<String> passedOver = new HashSet<>(TaskPatch.READ_ONLY);
        passedOver.add("provenance");
        for (String name : body.names())
            if (isEmpty(body.find(name)))
                passedOver.add(name);
        List<TaskEdit> edits = TaskPatch.toEdits(body, TaskPatch.Base.NOTHING, zone, passedOver);
        String source = body.optionalText("source", LONGEST_SOURCE);
        Task shape = service.preview(account, new TaskDraft(
                source == null ? body.text("title", LONGEST_SOURCE) : source,
                edits.stream().filter(edit -> !(edit instanceof TaskEdit.Reopen))
                        .map(edit -> new Proposed(edit, imported())).toList()));
        return asGiven(shape, body, provenance(body, edits));
    }

    private static boolean isEmpty(@Nullable JsonNode value) {
        return value == null || value.isContainer() && value.isEmpty()
                || value.isString() && value.stringValue().isEmpty();
    }

    private Provenance imported() {
        return new Provenance(Actor.IMPORT, now, 1, null, null, null, false);
    }

    private Task asGiven(Task shape, Body body, Map<Field, Provenance> provenance) {
        Long id = body.number("id", 0, Long.MAX_VALUE);
        Long previous = body.number("previous", 0, Long.MAX_VALUE);
        Integer spent = body.integer("spentMinutes", 0, Integer.MAX_VALUE);
        Instant created = body.instant("createdAt");
        Instant done = body.instant("doneAt");
        Instant createdAt = created == null ? now : created;
        Instant doneAt = shape.status() == Status.DONE ? done == null ? now : done : null;
        return new Task(TaskKey.of(account, id == null ? 0 : id), 0, shape.status(), shape.source(), shape.title(),
                shape.description(), shape.motivation(), createdAt, doneAt, shape.start(), shape.due(),
                shape.dueKind(), shape.minutes(), spent == null ? 0 : spent, shape.scales(), shape.riskReason(),
                shape.riskMitigation(), shape.labels(), shape.reasons(), shape.subtasks(), shape.reviews(),
                shape.hiddenUntil(), shape.waitsFor(), shape.repeat(), shape.repeatFrom(), shape.reminders(),
                shape.links(), provenance, previous == null ? null : new TaskId(previous), null);
    }

    /** What the line says, and an import's for values of which it says nothing. */
    private Map<Field, Provenance> provenance(Body body, List<TaskEdit> edits) {
        Map<Field, Provenance> read = new EnumMap<>(Field.class);
        for (TaskEdit edit : edits)
            if (!(edit instanceof TaskEdit.Reopen))
                read.put(edit.field(), imported());
        JsonNode given = body.find("provenance");
        if (given == null)
            return read;
        Body provenance = Body.at(given, body.pointer("provenance"));
        for (String name : provenance.names()) {
            Field field = Field.find(name);
            if (field == null)
                throw provenance.refused(name, "There is no such field.");
            read.put(field, provenance(Body.at(provenance.require(name), provenance.pointer(name))));
        }
        return read;
    }

    private Provenance provenance(Body from) {
        from.only("by", "at", "confidence", "said", "reason", "prompt", "locked");
        Instant at = from.instant("at");
        return new Provenance(actor(from), at == null ? now : at, confidence(from),
                from.optionalText("said", LONGEST_SOURCE), from.optionalText("reason", LONGEST_SOURCE),
                from.optionalText("prompt", 200), Boolean.TRUE.equals(from.flag("locked")));
    }

    private static Actor actor(Body from) {
        String by = from.text("by", 20);
        for (Actor actor : Actor.values())
            if (actor.jsonName().equals(by))
                return actor;
        throw from.refused("by", "user, model, builtin or import is expected.");
    }

    private static double confidence(Body from) {
        JsonNode value = from.find("confidence");
        if (value == null)
            return 1;
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1))
            throw from.refused("confidence", "A number from 0 to 1 is expected.");
        return value.doubleValue();
    }
}
