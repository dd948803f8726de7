/** The platform of the postcards itself, played for the suite. */
package io.cliprelay.worker.office;
