/** Shell: the written form of the model in JSON, YAML and CSV. */
@NullMarked
package potato.json;

import org.jspecify.annotations.NullMarked;
