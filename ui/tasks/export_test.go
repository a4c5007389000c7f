package tasks

import "context"

// DialBus connects to a bus and leaves it.
func DialBus(ctx context.Context, addresses string) error {
	conn, err := dialBus(ctx, addresses)
	if err != nil {
		return err
	}
	return conn.Close()
}
