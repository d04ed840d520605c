package ptm.telegram;

import java.io.IOException;
import java.util.List;

import ptm.chat.Address;
import ptm.chat.Channel;
import ptm.chat.Delivery;
import ptm.chat.Incoming;
import ptm.chat.Outgoing;
import ptm.chat.Received;

/** Telegram as a channel: a thread is a private chat. */
class TelegramChannel implements Channel {
    static final String NAME = "telegram";

    private final UpdateReader reader;
    private final MessageSender sender;
    private final Callbacks callbacks;
    private final BotApi api;

    TelegramChannel(UpdateReader reader, MessageSender sender, Callbacks callbacks, BotApi api) {
        this.reader = reader;
        this.sender = sender;
        this.callbacks = callbacks;
        this.api = api;
    }

    static Address address(long chat) {
        return new Address(NAME, Long.toString(chat));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Reading> read(List<Received> received) {
        return reader.read(received);
    }

    @Override
    public Delivery deliver(Outgoing outgoing) {
        return sender.deliver(outgoing);
    }

    @Override
    public byte[] sound(Incoming.Sound sound, int most) throws IOException {
        try {
            return api.file(sound.file(), most);
        } catch (Trouble trouble) {
            throw new IOException(trouble.getMessage());
        }
    }

    @Override
    public void answer(Received press, String toast) {
        callbacks.answer(new Update(press.payload()).callbackId(), toast);
    }
}
