package ptm.chat;

import java.util.List;

import org.springframework.stereotype.Component;

import ptm.account.Language;

/** The commands as a channel's menu shows them. */
@Component
public class CommandMenu {
    private final Phrases phrases;

    CommandMenu(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param name without the slash */
    public record Line(String name, String description) {}

    public List<Line> lines(Language language) {
        return Command.menu().stream()
                .map(command -> new Line(command.commandName(), command.description(phrases, language))).toList();
    }
}
