package ptm.chat;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Identity;

/** Speaks to people: knows their language and clock, where to reach them, and hands what is said to the outbox. */
@Component
class Speaker {

    private final Phrases phrases;
    private final ButtonCodec codec;
    private final Outbox outbox;
    private final Threads threads;
    private final AccountService accounts;
    private final Clock clock;

    Speaker(Phrases phrases, ButtonCodec codec, Outbox outbox, Threads threads, AccountService accounts,
            Clock clock) {
        this.phrases = phrases;
        this.codec = codec;
        this.outbox = outbox;
        this.threads = threads;
        this.accounts = accounts;
        this.clock = clock;
    }

    Wording wording(Account account) {
        return new Wording(phrases, account.language(), accounts.zoneOf(account), clock.instant());
    }

    Turn turn(Account account, Address address, @Nullable String source) {
        return new Turn(account, address, wording(account), source);
    }

    MessageBuilder message(Turn turn) {
        return message(turn.account(), turn.say());
    }

    MessageBuilder message(Account account, Wording say) {
        return new MessageBuilder(say, codec, account.id());
    }

    /** Says or replaces what the view shows, where the view stands. */
    void show(View view, MessageBuilder message) {
        outbox.put(view.account(), view.address(), message.build(view));
    }

    /** Answers without anything that would have to be remembered. */
    void reply(Turn turn, MessageBuilder message) {
        outbox.put(turn.id(), turn.address(), message.build(freshKey(), turn.source()));
    }

    void reply(Turn turn, String key) {
        reply(turn, message(turn).line(key));
    }

    /** Speaks to someone who did not ask. */
    void tell(AccountId account, Address address, MessageBuilder message) {
        outbox.put(account, address, message.build(freshKey(), null));
    }

    /** Where a person is spoken to unasked: on Telegram if they are there and did not block us, else in the panel. */
    Address homeOf(AccountId account) {
        return accounts.identitiesOf(account).stream().filter(identity -> identity.provider().equals("telegram"))
                .map(Identity::subject).map(subject -> new Address("telegram", subject))
                .filter(threads::isReachable).findFirst()
                .orElseGet(() -> new Address("panel", account.toString()));
    }

    private static String freshKey() {
        return "said:" + UUID.randomUUID();
    }
}
