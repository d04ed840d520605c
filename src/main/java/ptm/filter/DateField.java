package ptm.filter;

/** A date or moment of a task that a window can ask about. */
public enum DateField implements FilterField {
    CREATED("created"), START("start"), DUE("due"), DONE("done"), REVIEW("review"), HIDDEN_UNTIL("hiddenUntil");

    private final String jsonName;

    DateField(String jsonName) {
        this.jsonName = jsonName;
    }

    @Override
    public String jsonName() {
        return jsonName;
    }
}
