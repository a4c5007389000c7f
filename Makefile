# Mend: every task of the house. `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BUILD   := build
BINARY  := $(BUILD)/mend
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
PACKAGE := mend-$(VERSION)-$(shell go env GOOS 2>/dev/null)-$(shell go env GOARCH 2>/dev/null)
ICON    := assets/icon/mend.svg
SIZES   := 32 64 128 256 512

GO_TEST := go test -timeout 15m

# Libraries that only reckon: they shape and draw text and make pages. The race
# detector spends most of its time in them, so it leaves them out and watches
# Mend, the toolkit and the database; `make test RACE=-race` watches all.
RECKONING := github.com/go-text golang.org/x/image golang.org/x/text \
	github.com/srwiley github.com/fyne-io github.com/golang/freetype git.sr.ht/~sbinet github.com/rivo \
	github.com/mattn/go-runewidth gonum.org/v1 codeberg.org/go-pdf github.com/pdfcpu filippo.io github.com/trustelem
RACE := -race $(foreach library,$(RECKONING),-gcflags='$(library)/...=-race=false')

.PHONY: help run build test tour check bench package icon clean setup setup-window

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

run: setup ## build and open the window (make run ARGS=--demo for a sample journal)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no display here, so the window cannot open. Running make tour instead:"; \
		echo "it drives the real window on a virtual display and leaves pictures in $(BUILD)/tour/."; \
		$(MAKE) --no-print-directory tour; \
	else \
		$(MAKE) --no-print-directory build; \
		$(BINARY) $(ARGS); \
	fi

build: setup ## build the program into build/mend
	@mkdir -p $(BUILD)
	go build -o $(BINARY) .

# The power-cut simulators of the vault pass themselves by under the race
# detector, and the root package drives a real window, built without it: both
# run plain, side by side, because the window mostly waits.
test: setup-window ## run every test, the real window included
	$(GO_TEST) $(RACE) $$(go list ./... | grep -vx mend)
	MEND_TOUR=required $(GO_TEST) -count=1 . ./journal/vault/...

tour: setup-window ## drive the real window, leave pictures in build/tour/
	MEND_TOUR=required $(GO_TEST) -count=1 -v -run '^TestTour' .
	@echo "Pictures and the exported summaries are in $(BUILD)/tour/."

check: setup ## format, vet, staticcheck, and who may import whom
	@unformatted=$$(gofmt -l $$(find . -name '*.go' -not -path './$(BUILD)/*')); \
	if [ -n "$$unformatted" ]; then printf 'Not in gofmt form:\n%s\nRun gofmt -w on them.\n' "$$unformatted"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...
	$(GO_TEST) -run '^TestHouse' .

bench: setup-window ## measure every size that is to hold, leave build/bench.json
	@echo "This takes about a quarter of an hour and wants a machine that does nothing else."
	MEND_BENCH=1 $(GO_TEST) -v -timeout 90m -count=1 -run '^TestBench$$' .

package: setup ## pack the program for this system into build/
	rm -rf $(BUILD)/$(PACKAGE)
	mkdir -p $(BUILD)/$(PACKAGE)/share/applications $(BUILD)/$(PACKAGE)/bin
	go build -trimpath -ldflags '-s -w' -o $(BUILD)/$(PACKAGE)/bin/ .
	cp .ci/mend.desktop $(BUILD)/$(PACKAGE)/share/applications/
	for size in $(SIZES); do \
		folder=$(BUILD)/$(PACKAGE)/share/icons/hicolor/$${size}x$${size}/apps; \
		mkdir -p "$$folder"; cp assets/icon/mend-$$size.png "$$folder/mend.png"; \
	done
	cp README.md LICENSE $(BUILD)/$(PACKAGE)/
	tar --sort=name --owner=0 --group=0 --numeric-owner -C $(BUILD) -cJf $(BUILD)/$(PACKAGE).tar.xz $(PACKAGE)
	@echo "$(BUILD)/$(PACKAGE).tar.xz: unpack it in ~/.local or /usr/local with --strip-components=1."

icon: ## draw the icon's PNG sizes again from its SVG
	@command -v rsvg-convert >/dev/null || { echo "This needs rsvg-convert: install librsvg2-bin (Debian, Ubuntu), librsvg2-tools (Fedora) or librsvg (Homebrew)."; exit 1; }
	for size in $(SIZES); do rsvg-convert -w $$size -h $$size $(ICON) -o assets/icon/mend-$$size.png; done

clean: ## remove what was built
	rm -rf $(BUILD)

setup:
	@.ci/setup build

setup-window:
	@.ci/setup build window
