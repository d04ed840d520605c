package ptm.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.Identity;
import ptm.chat.Address;
import ptm.chat.Channel;
import ptm.chat.Delivery;
import ptm.chat.Incoming;
import ptm.chat.MessagePut;
import ptm.chat.Outgoing;
import ptm.chat.Received;
import ptm.chat.Sender;
import ptm.understanding.Origin;
import tools.jackson.databind.JsonNode;

/** The panel's own thread of the conversation: one for each account, named by its id. */
@Component
class PanelChannel implements Channel {
    static final String NAME = "panel";

    private final AccountService accounts;
    private final LiveUpdates live;

    PanelChannel(AccountService accounts, LiveUpdates live) {
        this.accounts = accounts;
        this.live = live;
    }

    static Address address(AccountId account) {
        return new Address(NAME, account.toString());
    }

    /** What the inbox keeps of words that a person typed. */
    static String words(String text) {
        return PanelConfiguration.JSON.writeValueAsString(Map.of("words", text));
    }

    /** What the inbox keeps of a button's press. */
    static String press(String payload) {
        return PanelConfiguration.JSON.writeValueAsString(Map.of("press", payload));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Reading> read(List<Received> received) {
        return received.stream().map(one -> new Reading(incoming(one), List.of(one))).toList();
    }

    private Incoming incoming(Received received) {
        JsonNode payload = PanelConfiguration.JSON.readTree(received.payload());
        String message = Long.toString(received.id());
        Sender sender = sender(received.address());
        if (payload.has("press"))
            return new Incoming.Press(received.address(), sender, received.at(), message,
                    payload.get("press").asString());
        String text = payload.path("words").asString("");
        if (!text.startsWith("/"))
            return new Incoming.Words(received.address(), sender, received.at(), message, text, Origin.OWN, null,
                    null);
        String[] parts = text.substring(1).strip().split("\\s+", 2);
        return new Incoming.Command(received.address(), sender, received.at(), message,
                parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }

    private Sender sender(Address address) {
        AccountId account = new AccountId(Long.parseLong(address.thread()));
        Identity identity = accounts.identitiesOf(account).stream().findFirst()
                .orElse(new Identity(NAME, address.thread()));
        return new Sender(identity, accounts.find(account).map(found -> found.name()).orElse(""), null, null);
    }

    /** What is written stands in the log that the panel reads: nothing is left to hand over. */
    @Override
    public Delivery deliver(Outgoing outgoing) {
        String standing = outgoing.editing();
        return new Delivery.Delivered(standing == null ? Long.toString(outgoing.id()) : standing);
    }

    @Override
    public void answer(Received press, String toast) {
        if (toast.isEmpty())
            return;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "chat.toast");
        event.put("press", press.id());
        event.put("text", toast);
        live.send(new AccountId(Long.parseLong(press.address().thread())), event);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MessagePut put) {
        if (!put.address().channel().equals(NAME))
            return;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "chat.message");
        event.put("entry", ChatView.of(put.entry(), accounts.zoneOf(put.account())));
        live.send(put.account(), event);
    }
}
