package terminal

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2/lang"
	"github.com/alecthomas/kong"
)

// Run does what args, without the program's name, ask for and returns the exit
// code: 0 done, 1 other failure, 2 wrong use, 3 wrong passphrase, 4 damaged, 5
// already open, 6 newer version, 7 not a Mend journal, 8 no space or no right
// to write. It never panics, and what it says of a failure holds nothing that
// the person wrote.
func Run(args []string, p Ports) (code int) {
	c := &call{Ports: p}
	defer func() {
		if recover() != nil {
			code = c.fail(panicked())
		}
	}()
	if err := c.carryOut(args); err != nil {
		return c.fail(err)
	}
	if c.window != nil {
		return p.Window(*c.window)
	}
	return exitDone
}

// carryOut does what args ask for, up to the window.
func (c *call) carryOut(args []string) error {
	defer quiet()()
	command, done, err := c.parse(args)
	if err != nil || done {
		return err
	}
	return command.Run(c)
}

// quiet keeps the toolkit from logging, on the person's terminal, every text
// that has no translation into their language. It returns what ends that.
func quiet() (end func()) {
	before := log.Writer()
	log.SetOutput(io.Discard)
	return func() { log.SetOutput(before) }
}

// panicked stands for a panic, whose own words may hold anything.
func panicked() error {
	return &failure{exitOther, lang.L("Mend met a fault of its own and stopped."),
		lang.L("What was saved before is safe; please try again.")}
}

// call is one run of the program.
type call struct {
	Ports
	window *WindowRequest // what to open in the end, if anything
}

// parse reads the command line. done means that it asked for help or the
// version and has been given it.
func (c *call) parse(args []string) (command *kong.Context, done bool, err error) {
	parser, err := kong.New(&grammar{},
		kong.Name("mend"),
		kong.Description(about()),
		kong.Vars{"version": "mend " + c.Version},
		kong.Writers(c.Stdout, c.Stderr),
		kong.Exit(func(int) { done = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoAppDescFormat: true, WrapUpperBound: 80}),
		kong.PostBuild(translate),
	)
	if err != nil {
		return nil, false, err
	}
	command, err = parser.Parse(args)
	if err != nil && !done {
		return nil, false, misunderstood(err)
	}
	return command, done, nil
}

// interruptible returns a context that Ctrl+C cancels, and so does a request to
// end, or the loss of the terminal. The second of these signals ends the program
// at once, as it does by default.
func interruptible() (ctx context.Context, stop context.CancelFunc) {
	ctx, stop = signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// endings are the signals that ask the program to end. The loss of the terminal
// does not if the program was started to outlast it, as nohup does.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}
