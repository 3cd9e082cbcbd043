/** What happens before the service starts, tried. */
package org.branchline.database.ground;
