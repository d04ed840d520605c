package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountService;

/** What each command answers. */
@Component
class CommandTalk {

    /** Characters that a search can hold. */
    private static final int FIND = 500;

    private final SettingsTalk settings;
    private final RequestTalk requests;
    private final LookupTalk lookups;
    private final PresetTalk presets;
    private final UndoTalk undos;
    private final AccountService accounts;
    private final AiTalk ai;
    private final Speaker speaker;
    private final Phrases phrases;
    private final ChatProperties properties;

    CommandTalk(SettingsTalk settings, RequestTalk requests, LookupTalk lookups, PresetTalk presets, UndoTalk undos,
            AccountService accounts, AiTalk ai, Speaker speaker, Phrases phrases,
            ChatProperties properties) {
        this.settings = settings;
        this.requests = requests;
        this.lookups = lookups;
        this.presets = presets;
        this.undos = undos;
        this.accounts = accounts;
        this.ai = ai;
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
                settings.welcome(turn);
                return null;
            };
            case NOW -> requests.now(turn);
            case TODAY -> lookups.today(turn);
            case INBOX -> lookups.inbox(turn);
            case FIND -> find(turn, arguments.strip());
            case PRESETS -> presets.list(turn);
            case PANEL -> () -> reply(turn, panel(turn));
            case UNDO -> () -> undos.last(turn);
            case SETTINGS -> () -> settings.settings(turn);
            case EXPORT -> () -> reply(turn, export(turn));
            case PRIVACY -> () -> reply(turn, ai.privacy(turn, speaker.message(turn).line("privacy.kept")));
            case HELP -> () -> reply(turn, help(turn, speaker.message(turn)));
        };
    }

    private @Nullable String reply(Turn turn, MessageBuilder message) {
        speaker.reply(turn, message);
        return null;
    }

    private Effect find(Turn turn, String words) {
        if (words.isEmpty())
            return () -> reply(turn, speaker.message(turn).line("find.ask"));
        return lookups.find(turn, words.substring(0, Math.min(words.length(), FIND)));
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

    private MessageBuilder export(Turn turn) {
        String url = properties.panelLink("#me");
        MessageBuilder message = speaker.message(turn).line("export", Map.of("url",
                url == null ? properties.localPanel() : url));
        return message.link("button.open", url);
    }

    MessageBuilder help(Turn turn, MessageBuilder message) {
        return message.line("help").line("help.examples")
                .line(List.of(Span.plain(Command.menu().stream().filter(command -> command != Command.HELP)
                        .map(command -> help(turn, command)).collect(Collectors.joining(turn.say().separator())))));
    }

    /** «/now what now»; a name that says it all stands alone. */
    private String help(Turn turn, Command command) {
        String name = command.commandName();
        String description = command.description(phrases, turn.account().language());
        return description.equals(name) ? "/" + name : "/" + name + " " + description;
    }
}
