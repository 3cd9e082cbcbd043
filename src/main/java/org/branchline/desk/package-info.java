/** Where coordinators and their machines reach the service over HTTP. No rules of its own; touches all rooms but telegram. */
@NullMarked
package org.branchline.desk;

import org.jspecify.annotations.NullMarked;
