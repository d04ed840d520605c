package ptm.telegram;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

import ptm.chat.Inbox;

/** Answers presses within a second: with the lane's toast if it comes in time, else with nothing. Never twice. */
class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final int TRIES = 4;
    private static final int MAX_TOAST = 200;

    private final BotApi api;
    private final Inbox inbox;

    Callbacks(BotApi api, Inbox inbox) {
        this.api = api;
        this.inbox = inbox;
    }

    /** Answers with nothing unless the lane was faster; returns at once. */
    void answerSoon(long inboxId, String callback) {
        Thread.ofVirtual().name("callback").start(() -> {
            LockSupport.parkNanos(PATIENCE.toNanos());
            if (inbox.claimAnswer(inboxId))
                answer(callback, "");
        });
    }

    /** Answers now; the caller has claimed the right to. */
    void answer(String callback, String toast) {
        var answer = AnswerCallbackQuery.builder().callbackQueryId(callback).text(shortened(toast)).build();
        try {
            // silence may mean that it was answered: a second answer is worse than a button that blinks longer
            api.insist(answer, TRIES, trouble -> !trouble.isSilence());
        } catch (Trouble trouble) {
            LOG.debug("a press was not answered: {}", trouble.getMessage());
        }
    }

    private static @Nullable String shortened(String toast) {
        if (toast.isBlank())
            return null;
        return toast.length() <= MAX_TOAST ? toast : toast.substring(0, MAX_TOAST - 1) + "…";
    }
}
