/**
 * What people may ask of their own data, and how long any of it stays: {@code /mydata}, {@code /forget}, retention.
 * Touches all rooms below it.
 */
@NullMarked
package org.branchline.privacy;

import org.jspecify.annotations.NullMarked;
