package ptm.filter;

/** A field that a filter can ask about; the name is CONTRACT's. */
public sealed interface FilterField permits NumberField, NameField, DateField, PresenceField {

    String jsonName();
}
