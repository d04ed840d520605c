/** What words mean, kept as data: the person’s language cut into words, stems and spellings. */
@NullMarked
package ptm.understanding.builtin.lexicon;

import org.jspecify.annotations.NullMarked;
