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
            taught(turn, views.add(turn.id(), turn.address(), turn.source(),
                    View.Listing.asked(Listings.print(asked(taught.meaning())), taught.word(), "", false)),
                    taught.word(), taught.meaning());
            return null;
        };
    }

    private static Preset asked(Filter meaning) {
        List<Filter> parts = new ArrayList<>(Listings.usual());
        parts.add(meaning);
        return Preset.of(new Filter.All(parts), List.of(OrderKey.desc(OrderField.FIT)), null);
    }

    private void taught(Turn turn, View view, String word, Filter meaning) {
        MessageBuilder message = speaker.message(turn).line("teach", Map.of("word", word, "meaning",
                meaning(turn, meaning), "count", fitting(turn, asked(meaning))));
        speaker.show(view, message.button("button.show", new ButtonAction.Refine(view.id(), Refinement.BACK))
                .button("button.undo", new ButtonAction.Forget(view.id())));
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
        forgotten(turn, view, listing.request());
        return null;
    }

    private void forgotten(Turn turn, View view, String word) {
        speaker.show(view, speaker.message(turn).line("teach.forgotten", Map.of("word", word)).button("button.undo",
                new ButtonAction.Relearn(view.id())));
    }

    /** A word forgotten by words. */
    Effect forget(Turn turn, String word) {
        return () -> {
            Filter meaning = understanding.taught(turn.id()).get(word);
            if (meaning == null || !understanding.forget(turn.id(), word)) {
                speaker.reply(turn, speaker.message(turn).line("teach.unknown", Map.of("word", word)));
                return null;
            }
            forgotten(turn, views.add(turn.id(), turn.address(), turn.source(),
                    View.Listing.asked(Listings.print(asked(meaning)), word, "", false)), word);
            return null;
        };
    }

    /** The word means again what it did. */
    @Nullable
    String relearn(Turn turn, View view) {
        if (!(view.content() instanceof View.Listing listing)
                || understanding.taught(turn.id()).containsKey(listing.request()))
            return turn.say().text("toast.already");
        List<Filter> parts = FilterSentence.parts(Listings.parse(listing.preset(), null).where()).stream()
                .filter(part -> !Listings.usual().contains(part)).toList();
        Filter meaning = parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
        understanding.teach(turn.id(), listing.request(), meaning);
        taught(turn, view, listing.request(), meaning);
        return null;
    }

    /** The words that were explained so far. */
    Effect list(Turn turn) {
        return () -> {
            Map<String, Filter> words = understanding.taught(turn.id());
            MessageBuilder message = speaker.message(turn).line(words.isEmpty() ? "teach.none" : "teach.list");
            words.forEach((word, meaning) -> message.line("teach.word",
                    Map.of("word", word, "meaning", meaning(turn, meaning))));
            if (!words.isEmpty())
                message.line("teach.howToForget", Map.of("word", words.keySet().iterator().next()));
            speaker.reply(turn, message);
            return null;
        };
    }

    static String meaning(Turn turn, Filter meaning) {
        return FilterSentence.describe(meaning, List.of(), null, turn.account().language()).title();
    }
}
