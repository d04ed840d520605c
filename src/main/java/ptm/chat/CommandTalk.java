package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountService;
import ptm.understanding.UnderstandingService;

/** What each command answers. */
@Component
class CommandTalk {

    private final AccessTalk access;
    private final RequestTalk requests;
    private final EditTalk edits;
    private final AccountService accounts;
    private final UnderstandingService understanding;
    private final Speaker speaker;
    private final Phrases phrases;
    private final ChatProperties properties;

    CommandTalk(AccessTalk access, RequestTalk requests, EditTalk edits, AccountService accounts,
            UnderstandingService understanding, Speaker speaker, Phrases phrases, ChatProperties properties) {
        this.access = access;
        this.requests = requests;
        this.edits = edits;
        this.accounts = accounts;
        this.understanding = understanding;
        this.speaker = speaker;
        this.phrases = phrases;
        this.properties = properties;
    }

    Effect read(Turn turn, String name, String arguments) {
        Optional<Command> command = Command.find(name);
        if (command.isEmpty())
            return () -> reply(turn, speaker.message(turn).line("unknownCommand"));
        return switch (command.get()) {
            case START -> () -> {
                access.welcome(turn);
                return null;
            };
            case NOW -> requests.list(turn, Listings.now(), turn.say().text("request.askedNow"), List.of());
            case TODAY -> requests.list(turn, Listings.today(), turn.say().text("request.today"), List.of());
            case INBOX -> requests.list(turn, Listings.inbox(), turn.say().text("request.inbox"), List.of());
            case FIND -> find(turn, arguments.strip());
            case PRESETS -> requests.saved(turn);
            case PANEL -> () -> reply(turn, panel(turn));
            case UNDO -> () -> edits.undoLast(turn);
            case SETTINGS -> () -> access.settings(turn);
            case PRIVACY -> () -> reply(turn, speaker.message(turn).line("privacy.kept")
                    .line(understanding.hasModel() ? "privacy.ai" : "privacy.noAi"));
            case HELP -> () -> reply(turn, help(turn));
        };
    }

    private @Nullable String reply(Turn turn, MessageBuilder message) {
        speaker.reply(turn, message);
        return null;
    }

    private Effect find(Turn turn, String words) {
        if (words.isEmpty())
            return () -> reply(turn, speaker.message(turn).line("find.ask"));
        String shown = words.length() <= 100 ? words : words.substring(0, 100);
        return requests.list(turn, Listings.find(words.substring(0, Math.min(words.length(), 500))),
                turn.say().quoted(shown), List.of());
    }

    private MessageBuilder panel(Turn turn) {
        String url = properties.panelLink("");
        MessageBuilder message = speaker.message(turn);
        if (url == null)
            message.line("panel.local", Map.of("url", properties.localPanel()));
        else
            message.line("panel", Map.of("url", url)).link("button.open", url);
        if (!turn.address().channel().equals("panel"))
            message.line("panel.code", Map.of("code", accounts.newSignInCode(turn.id())));
        return message;
    }

    private MessageBuilder help(Turn turn) {
        MessageBuilder message = speaker.message(turn).line("help").line("help.examples").gap();
        for (Command command : Command.menu())
            message.line(List.of(Span.plain("/" + command.commandName() + " "
                    + command.description(phrases, turn.account().language()))));
        return message;
    }
}
