package ptm.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ptm.account.Identity;
import ptm.account.Language;
import ptm.chat.Channel.Reading;
import ptm.chat.Incoming;
import ptm.chat.Received;
import ptm.chat.Sender;

/** Reads updates: which of them belong together, and what their sender did. */
class UpdateReader {
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(.*))?",
            Pattern.DOTALL);

    /** An album, and forwards of one author that follow each other, are one thing; all else is each its own. */
    List<Reading> read(List<Received> received) {
        var readings = new ArrayList<Reading>();
        var group = new ArrayList<Part>();
        for (var row : received) {
            var part = new Part(row, new Update(row.payload()));
            if (!group.isEmpty() && !group.getLast().belongsWith(part)) {
                add(readings, group);
                group.clear();
            }
            group.add(part);
        }
        add(readings, group);
        return readings;
    }

    private record Part(Received row, Update update) {

        boolean belongsWith(Part next) {
            if (update.isEdit() || next.update.isEdit() || update.isCallback() || next.update.isCallback())
                return false;
            if (update.album() != null || next.update.album() != null)
                return Objects.equals(update.album(), next.update.album());
            var author = update.forwardedFrom();
            return author != null && author.equals(next.update.forwardedFrom());
        }
    }

    private static void add(List<Reading> readings, List<Part> group) {
        if (group.isEmpty() || group.stream().map(Part::update).noneMatch(UpdateReader::isSomething))
            return;
        var words = group.stream().map(part -> part.update().words()).filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        readings.add(new Reading(incoming(group.getFirst(), words),
                group.stream().map(Part::row).toList()));
    }

    private static boolean isSomething(Update update) {
        return !update.from().isMissingNode() && (update.isCallback() || update.isForReading());
    }

    private static Incoming incoming(Part first, String words) {
        var update = first.update();
        var address = first.row().address();
        var sender = sender(update);
        var at = update.at(first.row().at());
        var message = update.messageId();
        if (update.isCallback())
            return new Incoming.Press(address, sender, at, message, update.callbackData());
        if (update.isEdit())
            return new Incoming.Rewording(address, sender, at, message, words);
        var author = update.forwardedFrom();
        var command = COMMAND.matcher(words.strip());
        if (author == null && command.matches())
            return new Incoming.Command(address, sender, at, message, command.group(1).toLowerCase(Locale.ROOT),
                    command.group(2) == null ? "" : command.group(2).strip());
        var sound = update.sound();
        if (!sound.isMissingNode())
            return new Incoming.Sound(address, sender, at, message, sound.path("file_id").asString(""),
                    sound.path("mime_type").asString("audio/ogg"),
                    Duration.ofSeconds(sound.path("duration").asLong(0)), sound.path("file_size").asLong(0), words,
                    author);
        if (words.isEmpty())
            return new Incoming.Wordless(address, sender, at, message);
        return author == null
                ? Incoming.Words.own(address, sender, at, message, words, replyTo(update))
                : Incoming.Words.forwarded(address, sender, at, message, words, author, replyTo(update));
    }

    private static @Nullable String replyTo(Update update) {
        return update.message().path("reply_to_message").path("message_id").asString(null);
    }

    private static Sender sender(Update update) {
        var from = update.from();
        var language = from.path("language_code").asString(null);
        return new Sender(Identity.telegram(from.path("id").asLong()), Update.name(from),
                from.path("username").asString(null), language == null ? null : Language.of(language));
    }
}
