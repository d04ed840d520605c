package ptm.suggestion;

/** A part of a task's score: what it speaks of, and how much it counts before a person's feedback has moved it. */
public enum Part {
    /** What it would cost not to do it. */
    IMPACT("impact", 1.0),
    /** How close its due moment is. */
    DUE("due", 1.3),
    /** How likely it is to fail or slip, which is worth meeting early. */
    RISK("risk", 0.4),
    /** How well it fills the time at hand. */
    TIME("time", 0.7),
    /** How little it asks of what the person has little of now. */
    STATE("state", 0.5),
    /** Whether it can be done where the person is. */
    CONTEXT("context", 0.6),
    /** How long it has been waiting. */
    AGE("age", 0.4),
    /** How often it was put off. */
    PUT_OFF("putOff", 0.3),
    /** Whether it is a change from what was done lately, and not what was shown again and again. */
    VARIETY("variety", 0.3);

    private final String jsonName;
    private final double weight;

    Part(String jsonName, double weight) {
        this.jsonName = jsonName;
        this.weight = weight;
    }

    /** The name in JSON and in the database. */
    public String jsonName() {
        return jsonName;
    }

    double weight() {
        return weight;
    }
}
