package ptm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the parts of a task that have no column of their own are written in the database: as JSON, in CONTRACT's names. */
final class TaskCodec {

    private static final TypeReference<Map<Field, Provenance>> PROVENANCE = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {
    };
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {
    };

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .addMixIn(TaskEdit.class, Tagged.class)
            .addMixIn(Field.class, Named.class).addMixIn(Scale.class, Named.class).addMixIn(Label.class, Named.class)
            .addMixIn(Actor.class, Named.class).addMixIn(DueKind.class, Named.class)
            .addMixIn(RepeatFrom.class, Named.class)
            .addModule(new SimpleModule().addSerializer(new WhenWriter()).addDeserializer(When.class, new WhenReader()))
            .build();

    private TaskCodec() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static String writeEdit(TaskEdit edit) {
        return JSON.writerFor(TaskEdit.class).writeValueAsString(edit);
    }

    static TaskEdit readEdit(String json) {
        return JSON.readValue(json, TaskEdit.class);
    }

    static Provenance readProvenance(String json) {
        return JSON.readValue(json, Provenance.class);
    }

    static Map<Field, Provenance> readProvenances(String json) {
        return JSON.readValue(json, PROVENANCE);
    }

    static Map<String, String> readTexts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    static List<Step> readSteps(String json) {
        return JSON.readValue(json, STEPS);
    }

    static List<Link> readLinks(String json) {
        return JSON.readValue(json, LINKS);
    }

    /** Every edit by its name: one that is not listed is neither written nor read. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
    @JsonSubTypes({ @Type(value = TaskEdit.Rename.class, name = "rename"),
        @Type(value = TaskEdit.Describe.class, name = "describe"),
        @Type(value = TaskEdit.Begin.class, name = "begin"),
        @Type(value = TaskEdit.Reschedule.class, name = "reschedule"),
        @Type(value = TaskEdit.Estimate.class, name = "estimate"), @Type(value = TaskEdit.Rate.class, name = "rate"),
        @Type(value = TaskEdit.Relabel.class, name = "relabel"),
        @Type(value = TaskEdit.Repeat.class, name = "repeat"), @Type(value = TaskEdit.Plan.class, name = "plan"),
        @Type(value = TaskEdit.Remind.class, name = "remind"), @Type(value = TaskEdit.Review.class, name = "review"),
        @Type(value = TaskEdit.Attach.class, name = "attach"), @Type(value = TaskEdit.Hide.class, name = "hide"),
        @Type(value = TaskEdit.Complete.class, name = "complete"), @Type(value = TaskEdit.Drop.class, name = "drop"),
        @Type(value = TaskEdit.Reopen.class, name = "reopen"), @Type(value = TaskEdit.Delete.class, name = "delete"),
        @Type(value = TaskEdit.Restore.class, name = "restore"), @Type(value = TaskEdit.Lock.class, name = "lock") })
    private interface Tagged {}

    private interface Named {
        @JsonValue
        String jsonName();
    }

    private static final class WhenWriter extends StdSerializer<When> {
        WhenWriter() {
            super(When.class);
        }

        @Override
        public void serialize(When when, JsonGenerator out, SerializationContext context) {
            out.writeString(switch (when) {
                case When.Day(LocalDate date) -> date.toString();
                case When.Moment(Instant instant) -> instant.toString();
            });
        }
    }

    private static final class WhenReader extends StdDeserializer<When> {
        WhenReader() {
            super(When.class);
        }

        @Override
        public When deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getString();
            return text.indexOf('T') < 0 ? new When.Day(LocalDate.parse(text)) : new When.Moment(Instant.parse(text));
        }
    }
}
