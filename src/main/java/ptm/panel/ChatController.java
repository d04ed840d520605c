package ptm.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.chat.Address;
import ptm.chat.Button;
import ptm.chat.ChatLog;
import ptm.chat.Inbox;
import ptm.task.RefusedValue;
import ptm.understanding.Utterance;
import tools.jackson.databind.JsonNode;

/** The conversation in the panel: words and presses in; what is said comes over the WebSocket and by reading on. */
@RestController
@RequestMapping("/api/chat")
class ChatController {
    private static final int PAGE = 100;
    private static final int LONGEST_KEY = 200;

    private final Inbox inbox;
    private final ChatLog log;
    private final AccountService accounts;

    ChatController(Inbox inbox, ChatLog log, AccountService accounts) {
        this.inbox = inbox;
        this.log = log;
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> say(@RequestBody JsonNode json, Account account,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        String text = Body.of(json).only("text").text("text", Utterance.MAX_LENGTH);
        return accept(account, key, PanelChannel.words(text.strip()));
    }

    @PostMapping("/press")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> press(@RequestBody JsonNode json, Account account,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        String payload = Body.of(json).only("button").text("button", Button.MAX_PAYLOAD_BYTES);
        return accept(account, key, PanelChannel.press(payload));
    }

    private Map<String, Object> accept(Account account, @Nullable String key, String payload) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY))
            throw new RefusedValue("", Idempotency.HEADER + ": 1 to " + LONGEST_KEY + " characters are expected.");
        String own = account.id() + ":" + (key == null ? UUID.randomUUID().toString() : key);
        return Map.of("id", inbox.accept(account.id(), PanelChannel.address(account.id()), own, payload)
                .orElseThrow(Idempotency::anotherBody));
    }

    /** What was said or changed after {@code after}, or the latest; go on reading from the {@code next} that is given. */
    @GetMapping
    Map<String, Object> read(@RequestParam(required = false) @Nullable Long after, Account account) {
        Address address = PanelChannel.address(account.id());
        List<ChatLog.Entry> entries = after == null
                ? log.latest(account.id(), address, PAGE)
                : log.since(account.id(), address, after, PAGE);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("entries", entries.stream().map(entry -> ChatView.of(entry, accounts.zoneOf(account))).toList());
        view.put("next", entries.stream().mapToLong(ChatLog.Entry::id).max().orElse(after == null ? 0 : after));
        return view;
    }
}
