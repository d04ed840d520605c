package ptm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.chat.ButtonAction.Refinement;
import ptm.filter.Filter;
import ptm.filter.FilterSentence;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.filter.Preset;
import ptm.suggestion.Situation;
import ptm.suggestion.SuggestionService;
import ptm.suggestion.Suggestions;
import ptm.understanding.Intent;
import ptm.understanding.UnderstandingService;

/** A word explained: it is learned, shown with what fits it now, and forgotten with a tap. */
@Component
class TeachTalk {

    private final UnderstandingService understanding;
    private final SuggestionService suggestions;
    private final Views views;
    private final Speaker speaker;

    TeachTalk(UnderstandingService understanding, SuggestionService suggestions, Views views, Speaker speaker) {
        this.understanding = understanding;
        this.suggestions = suggestions;
        this.views = views;
        this.speaker = speaker;
    }

    Effect teach(Turn turn, Intent.Teach taught) {
        return () -> {
            understanding.teach(turn.id(), taught.word(), taught.meaning());
            List<Filter> parts = new ArrayList<>(Listings.usual());
            parts.add(taught.meaning());
            Preset preset = Preset.of(new Filter.All(parts), List.of(OrderKey.desc(OrderField.FIT)), null);
            View view = views.add(turn.id(), turn.address(), turn.source(), View.Listing.asked(Listings.print(preset),
                    taught.word(), ""));
            String meaning = FilterSentence.describe(taught.meaning(), List.of(), null, turn.account().language())
                    .title();
            MessageBuilder message = speaker.message(turn).line("teach",
                    Map.of("word", taught.word(), "meaning", meaning, "count", fitting(turn, preset)));
            speaker.show(view, message.button("button.show", new ButtonAction.Refine(view.id(), Refinement.BACK))
                    .button("button.undo", new ButtonAction.Forget(view.id())));
            return null;
        };
    }

    /** As many as the list behind "show" would find: what is put aside does not fit now. */
    private long fitting(Turn turn, Preset preset) {
        Suggestions found = suggestions.suggest(turn.account(), preset, Situation.at(turn.now(), turn.zone()));
        return found.loosened() == null ? found.count() : 0;
    }

    @Nullable
    String forget(Turn turn, View view) {
        if (!(view.content() instanceof View.Listing listing) || !understanding.forget(turn.id(), listing.request()))
            return turn.say().text("toast.already");
        speaker.show(view, speaker.message(turn).line("teach.forgotten", Map.of("word", listing.request())));
        return null;
    }
}
