package store_test

import (
	"math/rand"

	"github.com/google/uuid"

	"mend/journal"
)

var (
	passphrase = []byte("correct horse battery staple")
	profile    = journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide}
)

func newID(random *rand.Rand) uuid.UUID {
	id, err := uuid.NewRandomFromReader(random)
	if err != nil {
		panic(err)
	}
	return id
}
