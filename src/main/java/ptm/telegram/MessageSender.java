package ptm.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

import ptm.chat.Address;
import ptm.chat.Delivery;
import ptm.chat.Outgoing;

/** Sends a message, or changes the one that stands, and says how that ended. */
class MessageSender {
    private static final LinkPreviewOptions NO_PREVIEW = LinkPreviewOptions.builder().isDisabled(true).build();
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 100;
    private static final String AND = "+";

    private final BotApi api;
    private final SendingPace pace;
    private final MessageWriter writer = new MessageWriter();

    MessageSender(BotApi api, SendingPace pace) {
        this.api = api;
        this.pace = pace;
    }

    /** A message that Telegram's length cuts into several is known by all their ids, joined by a plus. */
    Delivery deliver(Outgoing outgoing) {
        var wait = pace.turn(outgoing.address().thread());
        if (!wait.isZero())
            return new Delivery.Later(wait, false);
        try {
            return new Delivery.Delivered(say(outgoing));
        } catch (Trouble trouble) {
            return delivery(trouble, outgoing);
        }
    }

    private String say(Outgoing outgoing) throws Trouble {
        var chat = outgoing.address().thread();
        var parts = writer.parts(outgoing.message());
        var standing = standing(outgoing);
        var now = new ArrayList<String>();
        for (var i = 0; i < parts.size(); i++) {
            if (i > 0)
                pace.awaitTurn(chat);
            var keyboard = i == parts.size() - 1 ? writer.keyboard(outgoing.message()) : null;
            var replyTo = i == 0 ? outgoing.message().replyTo() : null;
            now.add(i < standing.size()
                    ? edit(chat, standing.get(i), parts.get(i), keyboard, replyTo)
                    : send(chat, parts.get(i), keyboard, replyTo));
        }
        for (var superfluous : standing.subList(Math.min(parts.size(), standing.size()), standing.size())) {
            delete(chat, superfluous);
        }
        return String.join(AND, now);
    }

    private static List<String> standing(Outgoing outgoing) {
        var editing = outgoing.editing();
        return editing == null ? List.of() : List.of(editing.split("\\" + AND));
    }

    private String send(String chat, MessageWriter.Part part, @Nullable InlineKeyboardMarkup keyboard,
            @Nullable String replyTo) throws Trouble {
        try {
            return send(chat, part.html(), "HTML", keyboard, replyTo);
        } catch (Trouble trouble) {
            if (!trouble.isBrokenMarkup())
                throw trouble;
            return send(chat, part.plain(), null, keyboard, replyTo);
        }
    }

    private String send(String chat, String text, @Nullable String mode, @Nullable InlineKeyboardMarkup keyboard,
            @Nullable String replyTo) throws Trouble {
        return api.call(SendMessage.builder().chatId(chat).text(text).parseMode(mode).replyMarkup(keyboard)
                .replyParameters(reply(replyTo)).linkPreviewOptions(NO_PREVIEW).build()).getMessageId().toString();
    }

    private static @Nullable ReplyParameters reply(@Nullable String to) {
        return to == null || !to.matches("\\d{1,9}")
                ? null
                : ReplyParameters.builder().messageId(Integer.valueOf(to)).allowSendingWithoutReply(true).build();
    }

    private String edit(String chat, String message, MessageWriter.Part part,
            @Nullable InlineKeyboardMarkup keyboard, @Nullable String replyTo) throws Trouble {
        try {
            edit(chat, message, part.html(), "HTML", keyboard);
        } catch (Trouble trouble) {
            if (trouble.isNoLongerThere())
                return send(chat, part, keyboard, replyTo);
            if (trouble.isBrokenMarkup())
                edit(chat, message, part.plain(), null, keyboard);
            else if (!trouble.isUnchanged())
                throw trouble;
        }
        return message;
    }

    private void edit(String chat, String message, String text, @Nullable String mode,
            @Nullable InlineKeyboardMarkup keyboard) throws Trouble {
        api.call(EditMessageText.builder().chatId(chat).messageId(Integer.valueOf(message)).text(text).parseMode(mode)
                .replyMarkup(keyboard).linkPreviewOptions(NO_PREVIEW).build());
    }

    private void delete(String chat, String message) {
        try {
            api.call(DeleteMessage.builder().chatId(chat).messageId(Integer.valueOf(message)).build());
        } catch (Trouble _) {
            // it is too old, or gone: nothing depends on it
        }
    }

    private static Delivery delivery(Trouble trouble, Outgoing outgoing) {
        var migrated = trouble.migratedTo();
        if (migrated != null)
            return new Delivery.Moved(new Address(outgoing.address().channel(), migrated.toString()));
        if (trouble.isFlood())
            return new Delivery.Later(trouble.retryAfter(), false);
        if (trouble.isUnreachable())
            return new Delivery.Unreachable();
        if (trouble.isFinal() || outgoing.attempts() >= MOST_ATTEMPTS)
            return new Delivery.Refused(String.valueOf(trouble.getMessage()));
        return new Delivery.Later(backoff(outgoing.attempts()), trouble.isUnknownFate());
    }

    /** 1 s, 2 s, 4 s … five minutes. */
    private static Duration backoff(int attempts) {
        var wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
