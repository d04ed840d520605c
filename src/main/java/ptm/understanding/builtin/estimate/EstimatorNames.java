package ptm.understanding.builtin.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import ptm.account.Language;
import ptm.task.Field;
import ptm.task.Label;
import ptm.understanding.Vocabulary;

/** Chooses the names a task carries: the person's own wherever one fits, else the ones PTM knows. Thread-safe. */
final class EstimatorNames {
    private static final int MOST = 2;
    /** Below this the likeliest name is not worth showing. */
    private static final double FLOOR = 0.1;
    /** How likely a name of the person's own is when the text says it. */
    private static final double SAID = 0.75;
    /** An own theme wins over a new one that is up to this much likelier. */
    private static final double OWN_BONUS = 2;

    private final EstimatorModel model;
    private final EstimatorThemes themes;

    EstimatorNames(EstimatorModel model, EstimatorThemes themes) {
        this.model = model;
        this.themes = themes;
    }

    /** Who asks, and about which words. */
    record Asker(String text, Language language, Vocabulary vocabulary, List<PersonalExamples.Weighed> near) {
        List<String> own(Label label) {
            return switch (label) {
                case THEMES -> vocabulary.themes();
                case CONTEXTS -> vocabulary.contexts();
                case ACTIVITIES -> List.of();
            };
        }
    }

    /** At most two names, the likeliest first. */
    List<Estimate.Guess<String>> choose(Label label, float[] answers, Asker asker) {
        List<String> own = asker.own(label);
        Map<String, Double> shares = label == Label.THEMES
                ? themeShares(answers, own, asker.language())
                : shares(label, answers);
        addSaid(shares, own, asker.text());
        addTaught(shares, label, asker.near());
        return best(shares, label, own);
    }

    private List<Estimate.Guess<String>> best(Map<String, Double> shares, Label label, List<String> own) {
        boolean mayInvent = label != Label.THEMES || own.isEmpty();
        Set<String> ownNames = new HashSet<>(own);
        Comparator<Map.Entry<String, Double>> byFit = Comparator.comparingDouble(
                entry -> -entry.getValue() * (ownNames.contains(entry.getKey()) ? OWN_BONUS : 1));
        List<Map.Entry<String, Double>> ranked = shares.entrySet().stream().sorted(byFit).limit(MOST).toList();
        List<Estimate.Guess<String>> chosen = new ArrayList<>();
        for (Map.Entry<String, Double> entry : ranked) {
            boolean first = chosen.isEmpty();
            if (entry.getValue() >= (first ? FLOOR : threshold(label))
                    && (first || mayInvent || ownNames.contains(entry.getKey())))
                chosen.add(new Estimate.Guess<>(entry.getKey(),
                        model.certainty(Field.of(label)).of(entry.getValue())));
        }
        return chosen;
    }

    /** From which share on a second name is given: where the harmonic mean of precision and recall is best. */
    private static double threshold(Label label) {
        return switch (label) {
            case ACTIVITIES -> 0.32;
            case CONTEXTS -> 0.28;
            case THEMES -> 0.27;
        };
    }

    private Map<String, Double> shares(Label label, float[] answers) {
        Map<String, Double> shares = new LinkedHashMap<>();
        List<String> known = model.outputs().names(label);
        for (int i = 0; i < known.size(); i++)
            shares.put(known.get(i), model.outputs().share(answers, label, i));
        return shares;
    }

    /** The person's name for each known theme, else the default one in the text's language. */
    private Map<String, Double> themeShares(float[] answers, List<String> own, Language language) {
        Map<String, String> ownByKey = new LinkedHashMap<>();
        for (String name : own) {
            String key = themes.findKey(name);
            if (key != null)
                ownByKey.putIfAbsent(key, name);
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        shares(Label.THEMES, answers).forEach((key, share) -> {
            String name = ownByKey.get(key);
            shares.merge(name == null ? themes.name(key, language) : name, share, Math::max);
        });
        return shares;
    }

    private static void addSaid(Map<String, Double> shares, List<String> own, String text) {
        if (own.isEmpty())
            return;
        Set<String> said = new HashSet<>(List.of(EstimatorThemes.stems(text).split(" ")));
        for (String name : own) {
            List<String> stems = List.of(EstimatorThemes.stems(name).split(" "));
            if (said.containsAll(stems) && !stems.getFirst().isEmpty())
                shares.merge(name, SAID, Math::max);
        }
    }

    /** Mixes in the names of the person's own tasks, whatever the case they were written in. */
    private static void addTaught(Map<String, Double> shares, Label label, List<PersonalExamples.Weighed> near) {
        double total = 1;
        Map<String, Double> taught = new LinkedHashMap<>();
        for (PersonalExamples.Weighed weighed : near) {
            List<String> names = weighed.lesson().labels().get(label);
            if (names == null)
                continue;
            total += weighed.nameWeight();
            for (String name : names)
                taught.merge(known(shares, name), weighed.nameWeight(), Double::sum);
        }
        for (String name : taught.keySet())
            shares.putIfAbsent(name, 0.0);
        double all = total;
        shares.replaceAll((name, share) -> (share + taught.getOrDefault(name, 0.0)) / all);
    }

    private static String known(Map<String, Double> shares, String name) {
        if (shares.containsKey(name))
            return name;
        return shares.keySet().stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))).findFirst()
                .orElse(name);
    }
}
