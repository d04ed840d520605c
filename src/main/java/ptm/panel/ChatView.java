package ptm.panel;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ptm.chat.Button;
import ptm.chat.ChatLog;
import ptm.chat.Span;

/** What was said in the panel's thread, as JSON. */
final class ChatView {
    private ChatView() {}

    static Map<String, Object> of(ChatLog.Entry entry, ZoneId zone) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", entry.id());
        view.put("position", entry.position());
        view.put("at", Dates.format(entry.at(), zone));
        switch (entry) {
            case ChatLog.Said said -> {
                view.put("from", "person");
                view.put("text", said.text());
                view.put("state", said.state());
            }
            case ChatLog.Told told -> {
                view.put("from", "ptm");
                view.put("lines", told.message().lines().stream().map(ChatView::line).toList());
                view.put("buttons", told.message().buttons().stream()
                        .map(row -> row.stream().map(ChatView::button).toList()).toList());
                view.put("replyTo", told.message().replyTo());
            }
        }
        return view;
    }

    private static List<Map<String, String>> line(List<Span> line) {
        return line.stream().map(span -> Map.of("text", span.text(), "style",
                span.style().name().toLowerCase(Locale.ROOT))).toList();
    }

    private static Map<String, String> button(Button button) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("label", button.label());
        if (button.payload() != null)
            view.put("button", button.payload());
        if (button.url() != null)
            view.put("url", button.url());
        return view;
    }
}
