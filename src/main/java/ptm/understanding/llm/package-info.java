/** The engine that asks a model: what we say to it, what it may answer, and how every answer is checked. */
@NullMarked
package ptm.understanding.llm;

import org.jspecify.annotations.NullMarked;
