package ptm.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import ptm.account.Language;

/** A command: its name, its place in the menu and in /help. */
public enum Command {
    NOW, TODAY, INBOX, FIND, PRESETS, PANEL, UNDO, SETTINGS, EXPORT, PRIVACY, HELP, START;

    /** The name without the slash. */
    public String commandName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Command> find(String name) {
        for (Command command : values())
            if (command.commandName().equals(name))
                return Optional.of(command);
        return Optional.empty();
    }

    String description(Phrases phrases, Language language) {
        return phrases.text(language, "command." + commandName());
    }

    /** The menu's lines in order: all but what only begins the conversation. */
    static List<Command> menu() {
        return List.of(NOW, TODAY, INBOX, FIND, PRESETS, PANEL, UNDO, SETTINGS, EXPORT, PRIVACY, HELP);
    }
}
