/** Ends a Jest run with one plain line of counts, and fails it when a test was skipped. */
module.exports = class CountReporter {
	onRunComplete(_contexts, results) {
		const skipped = results.numPendingTests + results.numTodoTests;
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		if (skipped > 0) this.error = new Error(`${skipped} tests were skipped; each has to run`);
		const counts = `${results.numPassedTests} passed, ${failed} failed`;
		process.stdout.write(`\n${counts}${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
	}

	getLastError() {
		return this.error;
	}
};
