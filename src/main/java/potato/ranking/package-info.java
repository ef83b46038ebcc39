/** Core: findings → scored and ordered leads, with contributions that add up exactly. */
@NullMarked
package potato.ranking;

import org.jspecify.annotations.NullMarked;
