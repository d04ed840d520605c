package ptm.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import ptm.task.Field;
import ptm.task.Link;
import ptm.task.Proposed;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;

/** A message that is only a link: something to read there, named by its host until more is known of the page. */
final class LinkTitles {

    private static final Pattern LINK = Pattern.compile("https?://\\S{1,2000}", Pattern.CASE_INSENSITIVE);

    private LinkTitles() {}

    static List<TaskDraft> named(List<TaskDraft> drafts, Wording say) {
        return drafts.stream().map(draft -> host(draft).map(host -> named(draft, host, say)).orElse(draft)).toList();
    }

    private static Optional<String> host(TaskDraft draft) {
        String source = draft.source().strip();
        if (!LINK.matcher(source).matches())
            return Optional.empty();
        try {
            return Optional.ofNullable(URI.create(source).getHost())
                    .map(host -> host.startsWith("www.") ? host.substring(4) : host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nothing but the address is known, so no guess about it stays but the title. */
    private static TaskDraft named(TaskDraft draft, String host, Wording say) {
        List<Proposed> values = new ArrayList<>();
        for (Proposed value : draft.values())
            if (value.edit() instanceof TaskEdit.Rename) {
                values.add(new Proposed(new TaskEdit.Rename(say.text("capture.link", Map.of("host", host))),
                        value.provenance()));
                values.add(new Proposed(new TaskEdit.Attach(List.of(new Link(draft.source().strip(), ""))),
                        value.provenance()));
            } else if (value.edit().field() != Field.MINUTES && value.edit().field() != Field.LINKS)
                values.add(value);
        return new TaskDraft(draft.source(), values);
    }
}
