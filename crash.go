package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
)

// quietCrashes keeps the runtime from printing the arguments of every call when
// a goroutine panics: they go where the desktop keeps its logs, and a rune being
// typed or a part of a key may be among them. GOTRACEBACK set to more still
// gives more.
func quietCrashes() { debug.SetTraceback("none") }

// reportCrash is deferred by main, on whose goroutine the window works. It
// turns a panic into a report and the end of the process.
func reportCrash() {
	if fault := recover(); fault != nil {
		writeCrash(os.Stderr, fault)
		os.Exit(1)
	}
}

// writeCrash says what kind of fault it was and which calls led to it: enough
// to find it by, and nothing the person wrote. Only the runtime's own faults
// are quoted, which tell types and numbers.
func writeCrash(w io.Writer, fault any) {
	what := fmt.Sprintf("%T", fault)
	if own, ok := fault.(runtime.Error); ok {
		what = own.Error()
	}
	fmt.Fprintf(w, "mend: Something went wrong that Mend did not expect.\n"+
		"What was saved is safe. The lines below tell where it happened, and nothing you wrote.\n\n%s\n", what)
	calls := make([]uintptr, 64)
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls)])
	for {
		frame, more := frames.Next()
		fmt.Fprintf(w, "%s\n\t%s:%d\n", frame.Function, frame.File, frame.Line)
		if !more {
			return
		}
	}
}
