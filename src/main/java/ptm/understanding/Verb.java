package ptm.understanding;

/** What an edit by words does; the names are CONTRACT's. */
public enum Verb {
    COMPLETE("complete"), REOPEN("reopen"), DROP("drop"), DELETE("delete"), SET("set"), ADD_STEP("addStep"),
    SPLIT("split"), MERGE("merge"), UNDO("undo"), START("start"), SNOOZE("snooze");

    private final String jsonName;

    Verb(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }
}
