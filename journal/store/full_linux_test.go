package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// TestFullDisk saves into a journal on a disk of 4 MiB until it is full. What
// was saved stays, the error says why, and with room again all goes on. Then
// the disk becomes read-only. All this happens in a namespace of its own, where
// anybody may mount.
func TestFullDisk(t *testing.T) {
	program, err := os.Executable()
	must(t, err)
	child := exec.CommandContext(t.Context(), program)
	child.Env = append(os.Environ(), fullDisk+"="+t.TempDir())
	child.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	said, err := child.CombinedOutput()
	if errors.Is(err, os.ErrPermission) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EINVAL) || strings.HasPrefix(string(said), "mount: ") {
		t.Skipf("no namespace to mount a small disk in: %v %s; a limit on the size of files stands in for it in the vault's tests", err, said)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// onFullDisk is the program. It returns the first thing that is wrong.
func onFullDisk(folder string) error {
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		fmt.Print("mount: ")
		return err
	}
	ctx, path := context.Background(), filepath.Join(folder, "journal.mend")
	options := store.Options{Vault: vault.InsecureTestOptions()}
	s, err := store.Create(ctx, path, passphrase, profile, options)
	if err != nil {
		return err
	}
	saved, err := fillUp(ctx, s)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	if err := goOn(ctx, s, saved, filepath.Join(folder, "ballast")); err != nil {
		return errors.Join(err, s.Close())
	}
	if err := s.Close(); err != nil {
		return err
	}
	return readOnly(ctx, folder, path, options)
}

// fillUp takes away nearly all room, then saves until it fails, twice.
func fillUp(ctx context.Context, s *store.Store) (saved []journal.Entry, err error) {
	ballast := filepath.Join(filepath.Dir(s.Path()), "ballast")
	if err := os.WriteFile(ballast, make([]byte, 2<<20), 0o600); err != nil {
		return nil, err
	}
	for range 1000 {
		var e journal.Entry
		e, err = s.CreateEntry(ctx, journal.Entry{Body: strings.Repeat("a lot of text ", 1000)})
		if err != nil {
			break
		}
		saved = append(saved, e)
	}
	if !errors.Is(err, journal.ErrNoSpace) || len(saved) == 0 {
		return nil, fmt.Errorf("after %d saves: %w", len(saved), err)
	}
	again := saved[0]
	again.Body += strings.Repeat("still more text ", 2000)
	if _, err := s.UpdateEntry(ctx, again, true); !errors.Is(err, journal.ErrNoSpace) {
		return nil, fmt.Errorf("the next save: %w", err)
	}
	return saved, nil
}

// goOn reads what was saved, makes room, saves again and checks everything.
func goOn(ctx context.Context, s *store.Store, saved []journal.Entry, ballast string) error {
	for _, want := range saved {
		if got, err := s.GetEntry(ctx, want.ID); err != nil || got.Body != want.Body {
			return fmt.Errorf("on a full disk an entry is not as it was saved: %w", err)
		}
	}
	if err := os.Remove(ballast); err != nil {
		return err
	}
	if _, err := s.CreateEntry(ctx, journal.Entry{Body: strings.Repeat("a lot of text ", 1000)}); err != nil {
		return fmt.Errorf("with room again: %w", err)
	}
	n, err := s.CountEntries(ctx, journal.EntryFilter{})
	if err != nil || n != len(saved)+1 {
		return fmt.Errorf("%d entries, want %d: %w", n, len(saved)+1, err)
	}
	findings, err := s.Check(ctx, nil)
	if err != nil || len(findings) > 0 {
		return fmt.Errorf("check: %v: %w", findings, err)
	}
	return nil
}

// readOnly makes the disk read-only: the journal says so and stays as it is.
func readOnly(ctx context.Context, folder, path string, options store.Options) error {
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		return err
	}
	if _, err := store.Open(ctx, path, passphrase, options); !errors.Is(err, journal.ErrReadOnly) {
		return fmt.Errorf("opened on a read-only disk: %w", err)
	}
	other := filepath.Join(folder, "other.mend")
	if _, err := store.Create(ctx, other, passphrase, profile, options); !errors.Is(err, journal.ErrReadOnly) {
		return fmt.Errorf("created on a read-only disk: %w", err)
	}
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT, ""); err != nil {
		return err
	}
	s, err := store.Open(ctx, path, passphrase, options)
	if err != nil {
		return fmt.Errorf("on a disk that can be written again: %w", err)
	}
	return s.Close()
}
