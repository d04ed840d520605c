package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.telegram.FakeTelegram.Fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ptm.chat.Button;
import ptm.chat.Delivery;
import ptm.chat.Message;
import ptm.chat.Outgoing;
import ptm.chat.Span;

class MessageSenderTest {
    private static final long ANN = 1;

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotApi api = new BotApi(telegram.properties());
    private final MessageSender sender = new MessageSender(api, new SendingPace());

    @AfterEach
    void stop() throws Exception {
        api.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    void aMessageArrivesWithItsStyleItsButtonsAndWhatItAnswers() {
        var message = new Message("k", List.of(List.of(Span.bold("<Milk> & honey"))), List.of(
                List.of(Button.press("Done", "d1"), Button.link("Open", "https://example.org"))), "77");
        var sent = (Delivery.Delivered) sender.deliver(outgoing(message, null));
        assertThat(telegram.chat(ANN)).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo(Long.parseLong(sent.message()));
            assertThat(shown.text()).isEqualTo("<Milk> & honey");
            assertThat(shown.mode()).isEqualTo("HTML");
            assertThat(shown.replyTo()).isEqualTo(77);
            assertThat(shown.keyboard().path(0).path(0).path("callback_data").asString()).isEqualTo("d1");
        });
    }

    @Test
    void aMessageThatStandsIsChangedInPlaceAndTheSameAgainIsWell() {
        var standing = sent(text("one"), null);
        assertThat(sent(text("two"), standing)).isEqualTo(standing);
        assertThat(sent(text("two"), standing)).isEqualTo(standing);
        assertThat(telegram.chat(ANN)).singleElement().satisfies(shown -> {
            assertThat(shown.text()).isEqualTo("two");
            assertThat(shown.edits()).isEqualTo(1);
        });
    }

    @Test
    void aMessageThatIsGoneIsSentAnew() {
        assertThat(sent(text("back"), "999")).isNotEqualTo("999");
        assertThat(telegram.chat(ANN)).extracting(FakeTelegram.Shown::text).containsExactly("back");
    }

    @Test
    void aLongMessageIsSeveralAndShrinksAgain() {
        var lines = IntStream.range(0, 3).mapToObj(n -> List.of(Span.plain(("" + n).repeat(4000)))).toList();
        var standing = sent(new Message("k", lines, List.of(List.of(Button.press("Last", "l"))), null), null);
        assertThat(standing.split("\\+")).hasSize(3);
        assertThat(telegram.chat(ANN)).extracting(shown -> shown.keyboard().size()).containsExactly(0, 0, 1);
        assertThat(new MessageSender(api, new SendingPace()).deliver(outgoing(text("short"), standing)))
                .isEqualTo(new Delivery.Delivered(standing.split("\\+")[0]));
        assertThat(telegram.chat(ANN)).extracting(FakeTelegram.Shown::text).containsExactly("short");
    }

    @Test
    void aFloodWaitsAsLongAsTelegramSays() {
        telegram.fault("sendMessage", Fault.FLOOD);
        assertThat(sender.deliver(outgoing(text("x"), null)))
                .isEqualTo(new Delivery.Later(Duration.ofSeconds(1), false));
    }

    @Test
    void aCutConnectionLeavesTheFateUnknown() {
        telegram.fault("sendMessage", Fault.DROP, Fault.LATE, Fault.NONSENSE);
        for (var i = 0; i < 3; i++) {
            assertThat(sender.deliver(outgoing(text("x"), null)))
                    .isInstanceOfSatisfying(Delivery.Later.class, later -> assertThat(later.maybeSent()).isTrue());
        }
        assertThat(telegram.chat(ANN)).hasSize(1);
    }

    @Test
    void whereNothingListensNothingWasSent() {
        telegram.close();
        assertThat(sender.deliver(outgoing(text("x"), null)))
                .isInstanceOfSatisfying(Delivery.Later.class, later -> assertThat(later.maybeSent()).isFalse());
    }

    @Test
    void whoBlockedUsCannotBeReached() {
        telegram.blocks(ANN);
        assertThat(sender.deliver(outgoing(text("x"), null))).isEqualTo(new Delivery.Unreachable());
    }

    @Test
    void aGroupThatWasUpgradedHasAnotherName() {
        telegram.migrates(ANN, -1001);
        assertThat(sender.deliver(outgoing(text("x"), null)))
                .isEqualTo(new Delivery.Moved(TelegramChannel.address(-1001)));
    }

    @Test
    void aBurstIsSlowedDownBeforeTelegramAsksForIt() {
        assertThat(IntStream.range(0, 10).mapToObj(_ -> sender.deliver(outgoing(text("x"), null)))
                .filter(Delivery.Later.class::isInstance)).isNotEmpty();
        assertThat(sender.deliver(new Outgoing(1, TelegramChannel.address(2), text("y"), null, false, 0)))
                .isInstanceOf(Delivery.Delivered.class);
    }

    private String sent(Message message, @Nullable String editing) {
        return ((Delivery.Delivered) new MessageSender(api, new SendingPace()).deliver(outgoing(message, editing)))
                .message();
    }

    private static Message text(String text) {
        return new Message("k", List.of(List.of(Span.plain(text))), List.of(), null);
    }

    private static Outgoing outgoing(Message message, @Nullable String editing) {
        return new Outgoing(1, TelegramChannel.address(ANN), message, editing, false, 0);
    }
}
