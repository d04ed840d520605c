package ptm.telegram;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

import ptm.chat.Inbox;
import ptm.chat.Threads;

/** Takes an update in: keeps it, and shows at once that it arrived. What it means is the lane's to find out. */
class UpdateIntake {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);
    private static final Duration COMPANY = Duration.ofMillis(500);
    private static final int TRIES = 4;
    private static final String SEEN = "👌";

    private final String bot;
    private final Inbox inbox;
    private final Threads threads;
    private final BotApi api;
    private final Callbacks callbacks;

    UpdateIntake(String bot, Inbox inbox, Threads threads, BotApi api, Callbacks callbacks) {
        this.bot = bot;
        this.inbox = inbox;
        this.threads = threads;
        this.api = api;
        this.callbacks = callbacks;
    }

    /** Once this returns, the update may be confirmed. Only what happens in private chats is kept. */
    void take(Update update) {
        update.privateChat().ifPresent(chat -> take(update, chat));
    }

    private void take(Update update, long chat) {
        var address = TelegramChannel.address(chat);
        var letIn = update.isLetIn();
        if (letIn.isPresent() && !letIn.get()) {
            threads.unreachable(address);
            return;
        }
        threads.reachable(address);
        if (letIn.isPresent())
            return;
        inbox.accept(address, bot + ":" + update.id(), update.raw(), settling(update)).ifPresent(id -> {
            if (update.isCallback())
                callbacks.answerSoon(id, update.callbackId());
            else if (update.isForReading())
                react(chat, update);
        });
    }

    /** What often comes in company waits a moment for it. */
    private static Duration settling(Update update) {
        return update.album() != null || update.forwardedFrom() != null ? COMPANY : Duration.ZERO;
    }

    private void react(long chat, Update update) {
        var reaction = SetMessageReaction.builder().chatId(chat).messageId(Integer.valueOf(update.messageId()))
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji(SEEN).build())).build();
        Thread.ofVirtual().name("reaction").start(() -> {
            try {
                api.insist(reaction, TRIES, _ -> true);
            } catch (Trouble trouble) {
                LOG.debug("no reaction: {}", trouble.getMessage());
            }
        });
    }
}
