package ptm.filter;

/** A field of which only the presence can be asked. */
public enum PresenceField implements FilterField {
    REPEAT("repeat"), WAITS_FOR("waitsFor");

    private final String jsonName;

    PresenceField(String jsonName) {
        this.jsonName = jsonName;
    }

    @Override
    public String jsonName() {
        return jsonName;
    }
}
