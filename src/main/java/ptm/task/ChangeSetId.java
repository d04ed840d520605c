package ptm.task;

import java.util.UUID;

/** All that one message, press or patch caused: what one undo takes back. */
public record ChangeSetId(UUID value) {

    public static ChangeSetId random() {
        return new ChangeSetId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
