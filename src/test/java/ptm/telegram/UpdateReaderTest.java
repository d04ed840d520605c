package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.telegram.TestUpdates.message;
import static ptm.telegram.TestUpdates.messages;
import static ptm.telegram.TestUpdates.received;
import static ptm.telegram.TestUpdates.said;
import static ptm.telegram.TestUpdates.update;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.Identity;
import ptm.account.Language;
import ptm.chat.Channel.Reading;
import ptm.chat.Incoming;
import ptm.chat.Received;
import ptm.chat.Sender;

import tools.jackson.databind.node.ObjectNode;

class UpdateReaderTest {
    private static final Sender ANN = new Sender(Identity.telegram(1), "Ann Li", "annli", Language.RU);

    private final UpdateReader reader = new UpdateReader();

    @Test
    void aTextIsOwnWordsOfItsSender() {
        assertThat(incoming(said("buy milk"))).isEqualTo(Incoming.Words.own(TelegramChannel.address(1), ANN,
                TestUpdates.SENT, "7", "buy milk", null));
    }

    @Test
    void whoTellsNoLanguageHasNone() {
        var message = said("hi");
        ((ObjectNode) message.path("from")).remove(List.of("language_code", "username", "last_name"));
        assertThat(incoming(message).sender()).isEqualTo(new Sender(Identity.telegram(1), "Ann", null, null));
    }

    @Test
    void aReplyNamesWhatItAnswers() {
        var message = said("tomorrow");
        message.set("reply_to_message", message(5, 1));
        assertThat(((Incoming.Words) incoming(message)).replyTo()).isEqualTo("5");
    }

    @Test
    void aForwardIsSomebodyElsesWords() {
        assertThat(incoming(forward("send it", "Anna"))).isInstanceOfSatisfying(Incoming.Words.class, words -> {
            assertThat(words.forwardedFrom()).isEqualTo("Anna");
            assertThat(words.origin().isOwn()).isFalse();
        });
        var ofNobodyKnown = said("/undo");
        ofNobodyKnown.putObject("forward_origin").put("type", "of a new kind");
        assertThat(incoming(ofNobodyKnown)).isInstanceOfSatisfying(Incoming.Words.class,
                words -> assertThat(words.forwardedFrom()).isEmpty());
    }

    @Test
    void forwardsOfOneAuthorInARowAreOne() {
        var readings = reader.read(messages(forward("one", "Anna"), forward("two", "Anna"), forward("three", "Bo"),
                said("my own"), said("and more")));
        assertThat(readings).extracting(reading -> text(reading.incoming()))
                .containsExactly("one\ntwo", "three", "my own", "and more");
        assertThat(readings.getFirst().from()).hasSize(2);
    }

    @Test
    void anAlbumIsOneWithItsCaptions() {
        var readings = reader.read(messages(photo("a", "front"), photo("a", null), photo("a", "back"),
                photo("b", null)));
        assertThat(readings).hasSize(2);
        assertThat(text(readings.getFirst().incoming())).isEqualTo("front\nback");
        assertThat(readings.getLast().incoming()).isInstanceOf(Incoming.Wordless.class);
    }

    @Test
    void aCommandLosesItsSlashAndTheBotsName() {
        assertThat(incoming(said("/Start@ptm_bot  CODE 1"))).isInstanceOfSatisfying(Incoming.Command.class, command -> {
            assertThat(command.name()).isEqualTo("start");
            assertThat(command.arguments()).isEqualTo("CODE 1");
        });
        assertThat(incoming(said("/now"))).isInstanceOfSatisfying(Incoming.Command.class,
                command -> assertThat(command.arguments()).isEmpty());
        assertThat(incoming(said("/ is a slash"))).isInstanceOf(Incoming.Words.class);
        assertThat(incoming(said("/home/ann"))).isInstanceOf(Incoming.Words.class);
    }

    @Test
    void anEditIsARewording() {
        var edited = said("buy oat milk").put("edit_date", TestUpdates.SENT.plusSeconds(60).getEpochSecond());
        assertThat(one(received(update("edited_message", edited)))).isEqualTo(new Incoming.Rewording(
                TelegramChannel.address(1), ANN, TestUpdates.SENT.plusSeconds(60), "7", "buy oat milk"));
    }

    @Test
    void aVoiceNoteIsASoundWithItsLength() {
        var note = message(7, 1);
        note.putObject("voice").put("file_id", "f1").put("duration", 14).put("file_size", 900);
        assertThat(incoming(note)).isEqualTo(new Incoming.Sound(TelegramChannel.address(1), ANN, TestUpdates.SENT, "7",
                "f1", "audio/ogg", Duration.ofSeconds(14), 900, "", null));
    }

    @Test
    void aRecordingIsASoundAsWellAndOneThatWasPassedOnIsSomebodyElses() {
        var note = message(7, 1).put("caption", "the recipe");
        note.putObject("audio").put("file_id", "f1").put("duration", 14).put("mime_type", "audio/mpeg");
        note.putObject("forward_origin").put("type", "hidden_user").put("sender_user_name", "Zoe");
        assertThat(incoming(note)).isEqualTo(new Incoming.Sound(TelegramChannel.address(1), ANN, TestUpdates.SENT, "7",
                "f1", "audio/mpeg", Duration.ofSeconds(14), 0, "the recipe", "Zoe"));
    }

    @Test
    void aPressCarriesItsPayloadAndItsMessage() {
        var query = update("callback_query", TestUpdates.message(0, 1).removeAll().put("id", "q1").put("data", "p1"));
        ((ObjectNode) query.path("callback_query")).set("from", TestUpdates.person(1));
        ((ObjectNode) query.path("callback_query")).set("message", message(9, 1).put("date", 0));
        assertThat(one(received(query))).isEqualTo(new Incoming.Press(TelegramChannel.address(1), ANN,
                TestUpdates.TAKEN, "9", "p1"));
    }

    @Test
    void whatHoldsNoWordsIsWordless() {
        var sticker = message(7, 1);
        sticker.putObject("sticker").put("file_id", "s");
        assertThat(incoming(sticker)).isInstanceOf(Incoming.Wordless.class);
        assertThat(incoming(said("  \n "))).isInstanceOf(Incoming.Wordless.class);
    }

    @Test
    void whatIsNotKnownIsPassedOver() {
        assertThat(reader.read(List.of(received(update("something_new", message(7, 1).removeAll()))))).isEmpty();
    }

    @Test
    void whatTelegramItselfNotesIsNobodysWord() {
        var pinned = message(7, 1);
        pinned.set("pinned_message", said("an old one"));
        assertThat(reader.read(messages(pinned))).isEmpty();
        var moved = message(7, 1);
        moved.putObject("location").put("latitude", 52).put("longitude", 13);
        assertThat(reader.read(List.of(received(update("edited_message", moved))))).isEmpty();
        assertThat(incoming(moved)).isInstanceOf(Incoming.Wordless.class);
    }

    private static ObjectNode forward(String text, String author) {
        var message = said(text);
        message.putObject("forward_origin").put("type", "hidden_user").put("sender_user_name", author);
        return message;
    }

    private static ObjectNode photo(String album, String caption) {
        var message = message(7, 1).put("media_group_id", album);
        message.putArray("photo").addObject().put("file_id", "p");
        if (caption != null)
            message.put("caption", caption);
        return message;
    }

    private Incoming incoming(ObjectNode message) {
        return one(messages(message).getFirst());
    }

    private Incoming one(Received row) {
        var readings = reader.read(List.of(row));
        assertThat(readings).extracting(Reading::from).containsExactly(List.of(row));
        return readings.getFirst().incoming();
    }

    private static String text(Incoming incoming) {
        return ((Incoming.Words) incoming).text();
    }
}
