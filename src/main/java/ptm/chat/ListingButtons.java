package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.chat.ButtonAction.Refinement;
import ptm.filter.FilterSentence;
import ptm.filter.Preset;
import ptm.suggestion.Suggestions;
import ptm.task.Task;
import ptm.task.TaskId;

/** The buttons under a list that answers a request. */
final class ListingButtons {

    /** Conditions that can be dropped with one tap each, and how many stand in a row. */
    private static final int CONDITIONS = 6;
    private static final int CONDITIONS_IN_A_ROW = 3;

    /** Ways out that the ladder offers. */
    static final int ALTERNATIVES = 2;

    private ListingButtons() {}

    static void numbers(MessageBuilder message, View view, List<Task> listed, int from, boolean cards) {
        Pages.numbers(message, view, listed.stream().map(Task::id).toList(), from, (number, id) -> {
            Map<String, String> label = Map.of("number", Integer.toString(number));
            if (listed.get(number - 1).isOpen() && !cards)
                message.button("button.startNumber", label, new ButtonAction.Start(id));
            else
                message.button("button.cardNumber", label, new ButtonAction.OpenCard(view.id(), id));
        });
    }

    static void alternatives(MessageBuilder message, View view, Suggestions.Loosened loosened) {
        int i = 0;
        for (Suggestions.Alternative alternative : loosened.alternatives().stream().limit(ALTERNATIVES).toList())
            message.labelled(alternative.label(), new ButtonAction.TakeAlternative(view.id(), i++));
    }

    /** @param all whether the list holds all there is: then there are no others */
    static void tweaks(MessageBuilder message, View view, Preset preset, boolean all) {
        if (all) {
            message.button("button.filter", new ButtonAction.Refine(view.id(), Refinement.CONDITIONS));
            return;
        }
        message.button("button.others", new ButtonAction.Refine(view.id(), Refinement.OTHERS))
                .button("button.easier", new ButtonAction.Refine(view.id(), Refinement.EASIER))
                .button("button.shorter", new ButtonAction.Refine(view.id(), Refinement.SHORTER)).row();
        if (Listings.most(preset.where()).isPresent())
            message.button("button.plus15", new ButtonAction.Refine(view.id(), Refinement.LONGER));
        message.button("button.filter", new ButtonAction.Refine(view.id(), Refinement.CONDITIONS));
    }

    /** Under a list that ran empty: back to all of it, or to what was asked of it. */
    static void wayOut(MessageBuilder message, View view, View.Listing asked, Set<TaskId> exclude) {
        if (!exclude.isEmpty())
            message.button("button.back", new ButtonAction.Refine(view.id(), Refinement.BACK));
        else if (!asked.tasks().isEmpty())
            message.button("button.filter", new ButtonAction.Refine(view.id(), Refinement.CONDITIONS));
    }

    /** @param panel the page where the whole filter can be edited, or null */
    static void conditions(Turn turn, MessageBuilder message, View view, Preset preset, @Nullable String panel) {
        List<FilterSentence.Chip> chips = chips(turn, preset);
        for (int i = 0; i < Math.min(CONDITIONS, chips.size()); i++) {
            if (i % CONDITIONS_IN_A_ROW == 0)
                message.row();
            message.button("button.reject", Map.of("chip", chips.get(i).text()),
                    new ButtonAction.DropCondition(view.id(), i));
        }
        message.row().button("button.save", new ButtonAction.SavePreset(view.id()))
                .link("button.open", panel)
                .button("button.back", new ButtonAction.ShowPage(view.id(), 1));
    }

    static List<FilterSentence.Chip> chips(Turn turn, Preset preset) {
        return FilterSentence.describe(preset.where(), preset.order(), preset.limit(), turn.account().language())
                .chips();
    }
}
