/**
 * While a phone bank lasts and after a shift: calls are counted by one press each, whoever came is thanked and says how it
 * was. Touches {@code campaign.event}, the help desk and the rooms below {@code campaign}.
 */
@NullMarked
package org.branchline.campaign.event.calling;

import org.jspecify.annotations.NullMarked;
