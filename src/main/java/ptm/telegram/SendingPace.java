package ptm.telegram;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

/** How fast messages go out: below Telegram's 30 a second in all, and about one a second in a chat after a short burst. */
class SendingPace {
    // bursts are part of what Telegram counts: 5 + 25 within a second, 3 + 3 within three seconds
    private final Bucket all = Bucket.builder()
            .addLimit(limit -> limit.capacity(5).refillGreedy(25, Duration.ofSeconds(1))).build();
    private final Cache<String, Bucket> chats = Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build();

    /** Whether a chat may be written to now: zero, and its turn is taken, or how long to wait. */
    Duration turn(String chat) {
        var probe = bucket(chat).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            return Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1);
        all.asBlocking().consumeUninterruptibly(1);
        return Duration.ZERO;
    }

    /** Waits for a chat's turn and takes it. */
    void awaitTurn(String chat) {
        bucket(chat).asBlocking().consumeUninterruptibly(1);
        all.asBlocking().consumeUninterruptibly(1);
    }

    private Bucket bucket(String chat) {
        return chats.get(chat, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(3).refillGreedy(1, Duration.ofSeconds(1))).build());
    }
}
