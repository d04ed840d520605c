package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.Identity;
import ptm.account.Language;
import ptm.understanding.Origin;

/** One person's conversation, told as they would tell it: what they say and press, what they then see. */
final class Dialogue {
    private static final AtomicInteger MESSAGES = new AtomicInteger(1000);

    private final ChatService chat;
    private final ChatLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AccountId account;
    private final Address address;
    private final Sender sender;
    private long seen;
    private @Nullable String toast;
    private String sent = "";

    Dialogue(ChatService chat, ChatLog log, TransactionTemplate transaction, Clock clock, Account account) {
        this.chat = chat;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.account = account.id();
        this.address = new Address("panel", account.id().toString());
        this.sender = new Sender(new Identity("panel", account.id().toString()), account.name(), null, Language.EN);
    }

    Dialogue says(String text) {
        return does(new Incoming.Words(address, sender, clock.instant(), next(), text, Origin.OWN, null, null));
    }

    Dialogue forwards(String text, String from) {
        return does(new Incoming.Words(address, sender, clock.instant(), next(), text, Origin.FORWARDED, from, null));
    }

    Dialogue rewords(String text) {
        return does(new Incoming.Rewording(address, sender, clock.instant(), sent, text));
    }

    Dialogue commands(String name, String arguments) {
        return does(new Incoming.Command(address, sender, clock.instant(), next(), name, arguments));
    }

    /** Presses the button of this label under the newest message that has one. */
    Dialogue presses(String label) {
        return presses(this, label);
    }

    /** Presses a button that the other person was shown. */
    Dialogue presses(Dialogue other, String label) {
        return does(new Incoming.Press(address, sender, clock.instant(), next(), other.payload(label)));
    }

    /** Presses twice, the second time what the first has not replaced yet. */
    Dialogue pressesTwice(String label) {
        String payload = payload(label);
        for (int time = 0; time < 2; time++)
            does(new Incoming.Press(address, sender, clock.instant(), next(), payload));
        return this;
    }

    private String payload(String label) {
        return log.latest(account, address, 100).stream().filter(ChatLog.Told.class::isInstance)
                .map(ChatLog.Told.class::cast).sorted((a, b) -> Long.compare(b.id(), a.id()))
                .flatMap(told -> told.message().buttons().stream().flatMap(List::stream))
                .filter(button -> button.label().equals(label)).map(Button::payload).findFirst()
                .orElseThrow(() -> new AssertionError("there is no button " + label + " under:\n" + newest()));
    }

    private Dialogue does(Incoming incoming) {
        seen = log.latest(account, address, 1).stream().mapToLong(ChatLog.Entry::id).max().orElse(0);
        Effect effect = chat.read(incoming);
        toast = transaction.execute(status -> effect.apply());
        return this;
    }

    private String next() {
        sent = Integer.toString(MESSAGES.incrementAndGet());
        return sent;
    }

    /** The newest message is this, its markup as in docs: {@code *bold*}, {@code _italic_}, {@code ~~struck~~}. */
    Dialogue sees(String... lines) {
        assertThat(newest().lines()).containsExactly(lines);
        return this;
    }

    Dialogue seesFirst(String line) {
        assertThat(newest().lines().findFirst()).contains(line);
        return this;
    }

    Dialogue seesButtons(String... labels) {
        assertThat(told().message().buttons().stream().flatMap(List::stream).map(Button::label).toList())
                .containsExactly(labels);
        return this;
    }

    Dialogue seesToast(String text) {
        assertThat(toast).isEqualTo(text);
        return this;
    }

    Dialogue seesNothingNew() {
        assertThat(log.since(account, address, seen, 10)).isEmpty();
        return this;
    }

    String newest() {
        return told().message().lines().stream().map(Dialogue::marked).collect(Collectors.joining("\n"));
    }

    /** Every message as it stands, the older first. */
    String everything() {
        return log.latest(account, address, 100).stream().filter(ChatLog.Told.class::isInstance)
                .flatMap(told -> ((ChatLog.Told) told).message().lines().stream()).map(Dialogue::marked)
                .collect(Collectors.joining("\n"));
    }

    private ChatLog.Told told() {
        return log.latest(account, address, 100).stream().filter(ChatLog.Told.class::isInstance)
                .map(ChatLog.Told.class::cast).max((a, b) -> Long.compare(a.id(), b.id())).orElseThrow();
    }

    private static String marked(List<Span> line) {
        return line.stream().map(span -> switch (span.style()) {
            case PLAIN -> span.text();
            case BOLD -> "*" + span.text() + "*";
            case ITALIC -> "_" + span.text() + "_";
            case STRUCK -> "~~" + span.text() + "~~";
        }).collect(Collectors.joining());
    }
}
