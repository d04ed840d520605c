package ptm.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.filter.Preset;
import ptm.filter.Presets;
import ptm.understanding.Answer;

/** Questions worth keeping: saved, named, listed, and asked again with a tap. */
@Component
class PresetTalk {

    private static final int NAME = 60;
    /** Buttons of one message. */
    private static final int LISTED = 8;

    private final Presets presets;
    private final RequestTalk requests;
    private final Questions questions;
    private final Speaker speaker;

    PresetTalk(Presets presets, RequestTalk requests, Questions questions, Speaker speaker) {
        this.presets = presets;
        this.requests = requests;
        this.questions = questions;
        this.speaker = speaker;
    }

    /** Keeps the question of a list under the words it was asked with. */
    @Nullable
    String save(Turn turn, View view) {
        if (!(view.content() instanceof View.Listing listing))
            return turn.say().text("toast.unknown");
        Preset preset = Listings.parse(listing.preset(), listing.request());
        String words = listing.request().isBlank()
                ? StaleLists.title(turn, preset, listing.title())
                : listing.request();
        String name = Listings.capitalized(shortened(words));
        Preset saved = presets.save(turn.id(), new Preset(null, name, listing.request(), preset.where(),
                preset.order(), preset.limit(), false));
        boolean canReply = !turn.address().channel().equals("panel");
        if (saved.id() != null && canReply)
            questions.ask(turn.id(), turn.address(), new Question(Question.Kind.PRESET_NAME, view.id(), saved.id()));
        speaker.reply(turn, speaker.message(turn).line(canReply ? "request.saved" : "request.renamed",
                Map.of("name", name)));
        return null;
    }

    /** The answer to the question under a saved preset. */
    Effect rename(Turn turn, long preset, String words) {
        return () -> {
            questions.forget(turn.id(), turn.address());
            String name = shortened(words.strip());
            presets.find(turn.id(), preset).ifPresent(old -> {
                presets.save(turn.id(), new Preset(old.id(), name, old.request(), old.where(), old.order(),
                        old.limit(), old.pinned()));
                speaker.reply(turn, speaker.message(turn).line("request.renamed", Map.of("name", name)));
            });
            return null;
        };
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME));
    }

    Effect list(Turn turn) {
        return () -> {
            List<Preset> all = presets.list(turn.id());
            MessageBuilder message = speaker.message(turn)
                    .line(all.isEmpty() ? "request.noPresets" : "request.presets");
            for (Preset preset : all.stream().limit(LISTED).toList())
                if (preset.id() != null)
                    message.row().labelled(
                            StaleLists.title(turn, preset, preset.name() == null ? "" : preset.name()),
                            new ButtonAction.RunPreset(preset.id()));
            speaker.reply(turn, message);
            return null;
        };
    }

    @Nullable
    String run(Turn turn, long id) {
        Optional<Preset> preset = presets.find(turn.id(), id);
        if (preset.isEmpty())
            return turn.say().text("toast.gone");
        String name = preset.get().name();
        return requests.list(turn, preset.get(), name == null ? "" : name,
                Answer.of(preset.get().where()) == Answer.ALL, List.of()).apply();
    }
}
